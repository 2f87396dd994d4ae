import type { Permission, Role } from "./vocabulary.ts";

export type Grant = { role: Role; unitId: string | null };

/**
 * The signed-in official as acts see them. `scope` says where a permission holds:
 * `"all"` (granted on the whole portal) or the ids of units, descendants included.
 */
export type Official = {
  id: string;
  name: string;
  email: string;
  grants: readonly Grant[];
  may: readonly Permission[];
  scopes: Readonly<Partial<Record<Permission, "all" | readonly string[]>>>;
};

/** True when the official holds the permission for that unit (or anywhere, when no unit is named). */
export function mayIn(by: Official, permission: Permission, unitId?: string | null): boolean {
  const scope = by.scopes[permission];
  if (scope === undefined) return false;
  if (scope === "all" || unitId === undefined) return true;
  return unitId !== null && scope.includes(unitId);
}

/** How a session stands with the second factor: only `not_needed` and `passed` open the office. */
export type SecondFactor = "not_needed" | "passed" | "to_confirm" | "to_set_up";
