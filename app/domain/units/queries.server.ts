import { and, eq, gte, isNull, lte, or, sql } from "drizzle-orm";
import { unitVersions, units } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";

export type UnitInForce = {
  id: string;
  slug: string;
  versionId: string;
  nameVi: string;
  nameEn: string;
  shortName: string | null;
  kind: (typeof unitVersions.$inferSelect)["kind"];
  parentId: string | null;
  authorityId: string | null;
  external: boolean;
};

const columns = {
  id: units.id,
  slug: units.slug,
  versionId: unitVersions.id,
  nameVi: unitVersions.nameVi,
  nameEn: unitVersions.nameEn,
  shortName: unitVersions.shortName,
  kind: unitVersions.kind,
  parentId: unitVersions.parentId,
  authorityId: units.authorityId,
  external: units.external,
};

const inForceOn = (day: string) => and(lte(unitVersions.validFrom, day), or(isNull(unitVersions.validTo), gte(unitVersions.validTo, day)));

/** All units in force on a day, by Vietnamese name. @param internal only our own authorities' units */
export async function listUnitsInForce(db: Db, day: string, { internal = false }: { internal?: boolean } = {}): Promise<UnitInForce[]> {
  return db
    .select(columns)
    .from(units)
    .innerJoin(unitVersions, eq(unitVersions.unitId, units.id))
    .where(and(inForceOn(day), internal ? eq(units.external, false) : undefined))
    .orderBy(sql`${unitVersions.nameVi} collate "vi-x-icu"`);
}

/** A unit as it is on a day; undefined before its time and after. */
export async function findUnitInForce(db: Db, by: { id: string } | { slug: string }, day: string): Promise<UnitInForce | undefined> {
  const [unit] = await db
    .select(columns)
    .from(units)
    .innerJoin(unitVersions, eq(unitVersions.unitId, units.id))
    .where(and("id" in by ? eq(units.id, by.id) : eq(units.slug, by.slug), inForceOn(day)));
  return unit;
}

/** The unit itself and every unit below it, whenever it stood there. */
export async function listDescendantIds(db: Db, unitIds: readonly string[]): Promise<string[]> {
  if (unitIds.length === 0) return [];
  const below = sql`(
    with recursive below as (
      select id from units where id in ${[...unitIds]}
      union
      select v.unit_id from unit_versions v join below b on v.parent_id = b.id
    ) select id from below)`;
  const rows = await db
    .select({ id: units.id })
    .from(units)
    .where(sql`${units.id} in ${below}`);
  return rows.map((row) => row.id);
}
