import { officials, roleGrants } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { findOfficial } from "#app/domain/people/index.server.ts";
import type { Official } from "#app/domain/people/official.ts";
import type { Role } from "#app/domain/people/vocabulary.ts";

let made = 0;

/**
 * An official with these roles, each on `unit` (and all below it) or, without one, on the whole portal.
 * The password hash is no hash at all: nobody can sign in with it. Use `registerOfficial` for that.
 */
export async function makeOfficial(
  db: Db,
  wish: { roles: Role[]; unit?: { id: string }; name?: string; email?: string } = { roles: [] },
): Promise<Official> {
  made += 1;
  const [row] = await db
    .insert(officials)
    .values({ email: wish.email ?? `can-bo-${made}@example.vn`, name: wish.name ?? `Cán bộ ${made} (mẫu)`, passwordHash: "!", totpRequired: false })
    .returning();
  if (!row) throw new Error("The official was not stored");
  for (const role of wish.roles) {
    await db.insert(roleGrants).values({ officialId: row.id, role, unitId: wish.unit?.id ?? null, validFrom: "2020-01-01" });
  }
  const official = await findOfficial(db, row.id, "2026-11-21");
  if (!official) throw new Error("The official cannot be found again");
  return official;
}
