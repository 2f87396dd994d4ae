import { and, eq, gte, inArray, lte, sql, type SQL } from "drizzle-orm";
import { assignments, cases, procedures } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { listUnitsInForce, type UnitInForce } from "../units/index.server.ts";
import type { CaseFacts } from "./route-by-rules.ts";

export type RoutableCase = { id: string; code: string; subject: string; unitSlug: string | null; answered: boolean; facts: CaseFacts };

const columns = {
  id: cases.id,
  code: cases.code,
  subject: cases.subject,
  kind: cases.kind,
  content: cases.content,
  field: cases.field,
  place: cases.place,
  body: cases.body,
  aboutUnitId: cases.aboutUnitId,
  unitId: cases.unitId,
  answeredAt: cases.answeredAt,
  procedure: procedures.slug,
};

/** Units as they stand on a day, by id and by slug, and the way up from each. */
export type UnitMap = { byId: ReadonlyMap<string, UnitInForce>; bySlug: ReadonlyMap<string, UnitInForce> };

export async function loadUnitMap(db: Db, now: Date): Promise<UnitMap> {
  const units = await listUnitsInForce(db, civilDay(now));
  return { byId: new Map(units.map((unit) => [unit.id, unit])), bySlug: new Map(units.map((unit) => [unit.slug, unit])) };
}

/** The unit with this id, then those above it, by slug. */
export function slugsUpwards(units: UnitMap, id: string | null): string[] {
  const slugs: string[] = [];
  for (
    let unit = id ? units.byId.get(id) : undefined;
    unit && !slugs.includes(unit.slug);
    unit = unit.parentId ? units.byId.get(unit.parentId) : undefined
  ) {
    slugs.push(unit.slug);
  }
  return slugs;
}

/** What rules may see of the cases that `which` names, the newest first. */
export async function readFacts(db: Db, which: SQL | undefined, units: UnitMap, limit: number): Promise<RoutableCase[]> {
  const rows = await db
    .select(columns)
    .from(cases)
    .leftJoin(procedures, eq(cases.procedureId, procedures.id))
    .where(which)
    .orderBy(sql`${cases.receivedOn} desc, ${cases.id}`)
    .limit(limit);
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    subject: row.subject,
    unitSlug: row.unitId ? (units.byId.get(row.unitId)?.slug ?? null) : null,
    answered: row.answeredAt !== null,
    facts: {
      kind: row.kind,
      content: row.content,
      procedure: row.procedure,
      field: row.field,
      aboutUnits: slugsUpwards(units, row.aboutUnitId),
      place: row.place ?? "",
      text: `${row.subject}\n${row.body}`,
    },
  }));
}

/** Slugs of the units that sent a case back. */
export async function bouncedUnits(db: Db, caseIds: readonly string[], units: UnitMap): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  if (caseIds.length === 0) return found;
  const rows = await db
    .select({ caseId: assignments.caseId, unitId: assignments.toUnitId })
    .from(assignments)
    .where(and(inArray(assignments.caseId, [...caseIds]), sql`${assignments.bouncedAt} is not null`));
  for (const { caseId, unitId } of rows) {
    const slug = units.byId.get(unitId)?.slug;
    if (slug) found.set(caseId, (found.get(caseId) ?? new Set()).add(slug));
  }
  return found;
}

export const receivedBetween = (from: string, to: string): SQL | undefined => and(gte(cases.receivedOn, from), lte(cases.receivedOn, to));
