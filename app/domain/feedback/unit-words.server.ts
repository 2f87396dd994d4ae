import { eq, inArray } from "drizzle-orm";
import { unitVersions, units } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";

/** A unit as it was called then. */
export type UnitName = { slug: string; nameVi: string; nameEn: string };

/** What units were called, by version id. */
export async function loadUnitNames(db: Db, versionIds: readonly (string | null)[]): Promise<Map<string, UnitName>> {
  const wanted = [...new Set(versionIds.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({ versionId: unitVersions.id, slug: units.slug, nameVi: unitVersions.nameVi, nameEn: unitVersions.nameEn })
    .from(unitVersions)
    .innerJoin(units, eq(unitVersions.unitId, units.id))
    .where(inArray(unitVersions.id, wanted));
  return new Map(rows.map(({ versionId, ...name }) => [versionId, name]));
}

/** For mails: the unit's name in both languages; empty while there is none. */
export async function unitWords(db: Db, versionId: string | null): Promise<{ unitVi: string; unitEn: string }> {
  const name = versionId ? (await loadUnitNames(db, [versionId])).get(versionId) : undefined;
  return { unitVi: name?.nameVi ?? "", unitEn: name?.nameEn ?? "" };
}
