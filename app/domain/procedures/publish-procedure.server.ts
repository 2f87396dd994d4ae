import { and, desc, eq, inArray } from "drizzle-orm";
import { procedures, procedureVersions, units } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Actor } from "../audit/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { refuse } from "../outcome.ts";
import { publish } from "../publishing/index.server.ts";
import { findUnitLinks } from "../units/index.server.ts";
import { ProcedureRecord } from "./record.ts";

/**
 * Puts the version of a procedure that holds on `now`'s day before the public.
 * Refuses when none holds, when two do, or when one of the basic parts is missing (Decree 63/2010/NĐ-CP, article 8).
 */
export async function publishProcedure(tx: Db, by: Actor, procedureId: string, now: Date) {
  const today = civilDay(now);
  const [procedure] = await tx.select().from(procedures).where(eq(procedures.id, procedureId));
  if (!procedure) return refuse("procedure.not_found");
  const versions = await tx
    .select()
    .from(procedureVersions)
    .where(and(eq(procedureVersions.procedureId, procedureId), inArray(procedureVersions.state, ["in_force", "expired"])))
    .orderBy(desc(procedureVersions.version));
  const holding = versions.filter((version) => version.validFrom <= today && (version.validTo === null || version.validTo >= today));
  const [current, second] = holding;
  if (!current) return refuse("procedure.not_in_force");
  if (second) return refuse("procedure.two_in_force");
  const record = ProcedureRecord.safeParse(current.record);
  if (!record.success) return refuse("procedure.incomplete", { part: record.error.issues[0]?.path.join(".") ?? "" });

  const [authority] = await tx.select({ id: units.id, authorityId: units.authorityId }).from(units).where(eq(units.id, current.unitId));
  const links = await findUnitLinks(tx, [current.unitId, current.receivingUnitId, authority?.authorityId ?? null], today);
  const unit = links.get(current.unitId);
  if (!unit) return refuse("procedure.without_unit");
  const name = { vi: current.nameVi, en: current.nameEn };

  return publish(
    tx,
    by,
    {
      kind: "procedure",
      slug: procedure.slug,
      subjectId: procedure.id,
      title: name,
      searchText: [
        procedure.code,
        record.data.field.vi,
        record.data.description?.vi,
        ...record.data.keywords,
        ...record.data.result,
        unit.name.vi,
      ].join(" "),
      facets: {
        unit: unit.slug,
        authority: (authority?.authorityId && links.get(authority.authorityId)?.slug) || unit.slug,
        procedure: procedure.slug,
        field: record.data.field.vi,
        facet: record.data.level.vi,
      },
      sortDay: current.validFrom,
      content: {
        ...record.data,
        code: procedure.code,
        name,
        unit,
        receivingUnit: (current.receivingUnitId && links.get(current.receivingUnitId)) || null,
        version: current.version,
        validFrom: current.validFrom,
        validTo: current.validTo,
        versions: versions.map(({ version, validFrom, validTo }) => ({ version, validFrom, validTo })),
        updatedOn: civilDay(current.syncedAt ?? current.createdAt),
      },
    },
    now,
  );
}
