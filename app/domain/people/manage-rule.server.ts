import { and, eq, gte, isNull, lte, or } from "drizzle-orm";
import { roleGrants } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { mayIn, type Grant, type Official } from "./official.ts";
import { permissionsOf } from "./permissions.ts";
import type { Permission, Role } from "./vocabulary.ts";

/** What a system administrator must never hold beside that role: the content of cases and who sent them (domain.md 7.5). */
const keptFromAdmins: readonly Permission[] = [
  "cases.read",
  "cases.classify",
  "cases.assign",
  "cases.handle",
  "cases.approve",
  "cases.publish",
  "identities.reveal",
  "confidential.read",
  "confidential.hand_over",
];

/** An administrator of the people who also reads their cases would answer to nobody. */
export function mixesAdminWithCases(held: readonly Role[]): boolean {
  return held.includes("admin") && held.some((role) => permissionsOf[role].some((permission) => keptFromAdmins.includes(permission)));
}

/** Grants that hold on a day. */
export const grantsOn = (officialId: string, day: string) =>
  and(eq(roleGrants.officialId, officialId), lte(roleGrants.validFrom, day), or(isNull(roleGrants.validTo), gte(roleGrants.validTo, day)));

/** True when `by` manages people everywhere, or everywhere this official holds a role. Nobody manages himself. */
export async function mayManage(db: Db, by: Official, officialId: string, day: string): Promise<boolean> {
  if (by.id === officialId || !mayIn(by, "people.manage")) return false;
  if (by.scopes["people.manage"] === "all") return true;
  const held: Grant[] = await db.select({ role: roleGrants.role, unitId: roleGrants.unitId }).from(roleGrants).where(grantsOn(officialId, day));
  return held.length > 0 && held.every(({ unitId }) => mayIn(by, "people.manage", unitId));
}
