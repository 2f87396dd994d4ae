import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import { procedures, procedureVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay, type CivilDay } from "../calendar/civil-day.ts";
import { addWorkingDays, type Calendar } from "../calendar/working-days.ts";
import { ProcedureRecord } from "../procedures/record.ts";
import type { ProcedureFact } from "./month-snapshot.ts";

export type ProcedureLimits = { decideBefore: number; publishWithin: number };

/**
 * How the procedures of some units stand for a period: complete, decided and published in time (Decision 766, 1.1–1.3).
 * A version became public with the first publication of its procedure after it was stored; a decision without a day can be
 * neither in time nor late. @param unitIds units that decide or receive
 */
export async function procedureFacts(
  db: Db,
  unitIds: readonly string[],
  { from, to }: { from: CivilDay; to: CivilDay },
  limits: ProcedureLimits,
  calendar: Calendar,
): Promise<ProcedureFact[]> {
  if (unitIds.length === 0) return [];
  const rows = await db
    .select({
      code: procedures.code,
      version: procedureVersions.version,
      record: procedureVersions.record,
      nameVi: procedureVersions.nameVi,
      validFrom: procedureVersions.validFrom,
      validTo: procedureVersions.validTo,
      publishedAt: sql<Date | string | null>`(
        select min(log.created_at) from publication_log as log
        where log.kind = 'procedure' and log.slug = ${procedures.slug} and log.act = 'published' and log.created_at >= ${procedureVersions.createdAt})`,
    })
    .from(procedureVersions)
    .innerJoin(procedures, eq(procedures.id, procedureVersions.procedureId))
    .where(
      and(
        inArray(procedureVersions.state, ["in_force", "expired"]),
        or(inArray(procedureVersions.unitId, [...unitIds]), inArray(procedureVersions.receivingUnitId, [...unitIds])),
      ),
    )
    .orderBy(asc(procedures.code), asc(procedureVersions.version));

  const facts = rows.map(({ record, publishedAt, validFrom, validTo, ...row }): ProcedureFact => {
    const decidedOn = decisionDay(record);
    const publishDueOn = decidedOn && addWorkingDays(calendar, decidedOn, limits.publishWithin);
    const seen = publishedAt === null ? null : civilDay(new Date(publishedAt));
    // What happens after the period is not known yet when it is counted.
    const publishedOn = seen !== null && seen <= to ? seen : null;
    const isIn = (day: CivilDay | null) => day !== null && from <= day && day <= to;
    return {
      code: row.code,
      version: row.version,
      inForce: validFrom <= to && (validTo === null || validTo >= to),
      missing: missingParts(row.nameVi, record),
      decidedOn,
      effectiveOn: validFrom,
      decidedInTime: decidedOn !== null && isIn(decidedOn) ? addWorkingDays(calendar, decidedOn, limits.decideBefore) <= validFrom : null,
      publishDueOn,
      publishedOn,
      publishedInTime: publishDueOn !== null && isIn(publishDueOn) ? publishedOn !== null && publishedOn <= publishDueOn : null,
    };
  });
  return facts.filter(({ inForce, decidedInTime, publishedInTime }) => inForce || decidedInTime !== null || publishedInTime !== null);
}

function decisionDay(record: Record<string, unknown>): CivilDay | null {
  const decision = ProcedureRecord.shape.decision.safeParse(record.decision ?? null);
  return decision.success ? (decision.data?.date ?? null) : null;
}

/** Basic parts of a record that are missing or cannot be read (Decree 63/2010, article 8). */
function missingParts(name: string, record: Record<string, unknown>): string[] {
  const wanted = ProcedureRecord.pick({ steps: true, channels: true, dossier: true, dossierSets: true, applicants: true }).safeParse(record);
  const parts = wanted.success ? [] : wanted.error.issues.map(({ path }) => String(path[0]));
  return [...new Set([...(name.trim() ? [] : ["name"]), ...parts])];
}
