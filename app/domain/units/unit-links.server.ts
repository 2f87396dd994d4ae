import { desc, eq, inArray } from "drizzle-orm";
import { unitVersions, units } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";

export type UnitLink = { slug: string; name: { vi: string; en: string | null } };

/**
 * How to name and link units in public copies: by id, called as on `day`
 * (the nearest name, for a day before its first or after its last).
 */
export async function findUnitLinks(db: Db, ids: readonly (string | null)[], day: string): Promise<Map<string, UnitLink>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const versions = await db
    .select({ id: units.id, slug: units.slug, nameVi: unitVersions.nameVi, nameEn: unitVersions.nameEn, from: unitVersions.validFrom })
    .from(units)
    .innerJoin(unitVersions, eq(unitVersions.unitId, units.id))
    .where(inArray(units.id, wanted))
    .orderBy(desc(unitVersions.validFrom));

  const links = new Map<string, UnitLink & { from: string }>();
  for (const { id, slug, nameVi, nameEn, from } of versions) {
    const chosen = links.get(id);
    if (!chosen || chosen.from > day) links.set(id, { slug, name: { vi: nameVi, en: nameEn }, from });
  }
  return new Map([...links].map(([id, { slug, name }]) => [id, { slug, name }]));
}
