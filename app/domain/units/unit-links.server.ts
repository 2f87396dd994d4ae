import { desc, eq, inArray } from "drizzle-orm";
import { unitVersions, units } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";

export type UnitLink = { slug: string; name: { vi: string; en: string | null } };

/**
 * How to name and link units in public copies: by id, called as on `day`
 * (the nearest name, for a day before its first or after its last).
 */
export async function findUnitLinks(db: Db, ids: readonly (string | null)[], day: string): Promise<Map<string, UnitLink>> {
  const linkOn = await readUnitLinks(db, ids);
  const links = new Map<string, UnitLink>();
  for (const id of ids) {
    const link = id === null ? undefined : linkOn(id, day);
    if (id !== null && link) links.set(id, link);
  }
  return links;
}

/** The same for any number of days at once: what answers for one of these units and a day. Undefined for what is no unit. */
export async function readUnitLinks(db: Db, ids: readonly (string | null)[]): Promise<(id: string, day: string) => UnitLink | undefined> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return () => undefined;
  const rows = await db
    .select({ id: units.id, slug: units.slug, nameVi: unitVersions.nameVi, nameEn: unitVersions.nameEn, from: unitVersions.validFrom })
    .from(units)
    .innerJoin(unitVersions, eq(unitVersions.unitId, units.id))
    .where(inArray(units.id, wanted))
    .orderBy(desc(unitVersions.validFrom));

  const versions = new Map<string, (UnitLink & { from: string })[]>();
  for (const { id, slug, nameVi, nameEn, from } of rows) {
    versions.set(id, [...(versions.get(id) ?? []), { slug, name: { vi: nameVi, en: nameEn }, from }]);
  }
  return (id, day) => {
    const own = versions.get(id);
    const chosen = own?.find(({ from }) => from <= day) ?? own?.at(-1);
    return chosen && { slug: chosen.slug, name: chosen.name };
  };
}
