import { and, eq, gte, isNull, lte, or, sql } from "drizzle-orm";
import { unitSuccessions, unitVersions, units } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";

/** The units that follow one, as far as the day of the change has come, named as on `day`; ours only. */
export async function listSuccessors(db: Db, unitId: string, day: string): Promise<{ id: string; nameVi: string; nameEn: string }[]> {
  return db
    .selectDistinct({ id: units.id, nameVi: unitVersions.nameVi, nameEn: unitVersions.nameEn })
    .from(unitSuccessions)
    .innerJoin(units, and(eq(units.id, unitSuccessions.toUnitId), eq(units.external, false)))
    .innerJoin(
      unitVersions,
      and(eq(unitVersions.unitId, units.id), lte(unitVersions.validFrom, day), or(isNull(unitVersions.validTo), gte(unitVersions.validTo, day))),
    )
    .where(and(eq(unitSuccessions.fromUnitId, unitId), lte(unitSuccessions.onDay, day)))
    .orderBy(sql`${unitVersions.nameVi}`);
}
