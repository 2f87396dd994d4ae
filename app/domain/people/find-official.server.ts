import { and, eq, gte, isNull, lte, or } from "drizzle-orm";
import { officials, roleGrants } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { listDescendantIds } from "../units/index.server.ts";
import type { Grant, Official } from "./official.ts";
import { permissionsOf } from "./permissions.ts";
import type { Permission } from "./vocabulary.ts";

/** An active official with the rights of that day; undefined for one who left. */
export async function findOfficial(db: Db, id: string, day: string): Promise<Official | undefined> {
  const [row] = await db
    .select()
    .from(officials)
    .where(and(eq(officials.id, id), eq(officials.active, true)));
  if (!row) return undefined;

  const grants: Grant[] = await db
    .select({ role: roleGrants.role, unitId: roleGrants.unitId })
    .from(roleGrants)
    .where(and(eq(roleGrants.officialId, id), lte(roleGrants.validFrom, day), or(isNull(roleGrants.validTo), gte(roleGrants.validTo, day))));

  const roots = new Map<Permission, "all" | Set<string>>();
  for (const { role, unitId } of grants) {
    for (const permission of permissionsOf[role]) {
      const held = roots.get(permission);
      if (unitId === null || held === "all") roots.set(permission, "all");
      else roots.set(permission, (held ?? new Set<string>()).add(unitId));
    }
  }

  const scopes: Partial<Record<Permission, "all" | readonly string[]>> = {};
  const expanded = new Map<string, string[]>();
  for (const [permission, held] of roots) {
    if (held === "all") {
      scopes[permission] = "all";
      continue;
    }
    const key = [...held].sort().join();
    const below = expanded.get(key) ?? (await listDescendantIds(db, [...held]));
    expanded.set(key, below);
    scopes[permission] = below;
  }

  return { id: row.id, name: row.name, email: row.email, grants, may: [...roots.keys()], scopes };
}
