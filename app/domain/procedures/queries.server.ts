import { and, eq, gte, isNull, lte, or, sql } from "drizzle-orm";
import { procedures, procedureVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";

export type ProcedureInForce = { id: string; slug: string; code: string; versionId: string; nameVi: string; nameEn: string | null; unitId: string };

const columns = {
  id: procedures.id,
  slug: procedures.slug,
  code: procedures.code,
  versionId: procedureVersions.id,
  nameVi: procedureVersions.nameVi,
  nameEn: procedureVersions.nameEn,
  unitId: procedureVersions.unitId,
};

const inForceOn = (day: string) =>
  and(
    eq(procedureVersions.state, "in_force"),
    lte(procedureVersions.validFrom, day),
    or(isNull(procedureVersions.validTo), gte(procedureVersions.validTo, day)),
  );

/** A procedure, by slug, code or id, as it holds on a day. */
export async function findProcedureInForce(
  db: Db,
  by: { slug: string } | { code: string } | { id: string },
  day: string,
): Promise<ProcedureInForce | undefined> {
  const which = "slug" in by ? eq(procedures.slug, by.slug) : "code" in by ? eq(procedures.code, by.code) : eq(procedures.id, by.id);
  const [found] = await db
    .select(columns)
    .from(procedures)
    .innerJoin(procedureVersions, eq(procedureVersions.procedureId, procedures.id))
    .where(and(which, inForceOn(day)));
  return found;
}

/** All procedures in force on a day, by Vietnamese name. */
export async function listProceduresInForce(db: Db, day: string): Promise<ProcedureInForce[]> {
  return db
    .select(columns)
    .from(procedures)
    .innerJoin(procedureVersions, eq(procedureVersions.procedureId, procedures.id))
    .where(inForceOn(day))
    .orderBy(sql`${procedureVersions.nameVi} collate "vi-x-icu"`);
}
