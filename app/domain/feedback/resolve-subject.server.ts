import { and, eq, gte, isNull, lte, or } from "drizzle-orm";
import { procedures, procedureVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { CivilDay } from "../calendar/civil-day.ts";
import { done, refuse } from "../outcome.ts";
import { findUnitInForce } from "../units/index.server.ts";

/**
 * What a case is about, as it is on that day. A case about a procedure and no unit is about the procedure's unit.
 * @param named slugs
 */
export async function resolveSubject(tx: Db, named: { procedure?: string | undefined; unit?: string | undefined }, day: CivilDay) {
  const [procedure] = named.procedure
    ? await tx
        .select({ id: procedures.id, versionId: procedureVersions.id, unitId: procedureVersions.unitId })
        .from(procedures)
        .innerJoin(procedureVersions, eq(procedureVersions.procedureId, procedures.id))
        .where(
          and(
            eq(procedures.slug, named.procedure),
            eq(procedureVersions.state, "in_force"),
            lte(procedureVersions.validFrom, day),
            or(isNull(procedureVersions.validTo), gte(procedureVersions.validTo, day)),
          ),
        )
    : [];
  if (named.procedure && !procedure) return refuse("case.unknown_procedure");

  const unit = named.unit
    ? await findUnitInForce(tx, { slug: named.unit }, day)
    : procedure && (await findUnitInForce(tx, { id: procedure.unitId }, day));
  if (named.unit && !unit) return refuse("case.unknown_unit");

  return done({
    procedureId: procedure?.id ?? null,
    procedureVersionId: procedure?.versionId ?? null,
    aboutUnitId: unit?.id ?? null,
    aboutUnitVersionId: unit?.versionId ?? null,
  });
}
