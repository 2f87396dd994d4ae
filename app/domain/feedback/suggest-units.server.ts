import { and, desc, eq, gte, inArray, isNotNull, ne, sql } from "drizzle-orm";
import { cases, procedureVersions, units } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { findUnitInForce, type UnitInForce } from "../units/index.server.ts";
import type { SuggestionReason } from "./vocabulary.ts";

/** A unit that probably must answer, and why. `count` cases speak for it, `of` were looked at. */
export type UnitSuggestion = {
  unit: UnitInForce;
  reason: SuggestionReason;
  count: number;
  of: number;
  /** Codes of published cases to look at. */
  examples: string[];
};

const answered = ["DA_CONG_KHAI", "DONG"] as const;
/** Looked at are so many of the latest: what was answered years ago says little about who answers now. */
const latestMost = 200;
const lookedAt = 20;
/** Long texts share a small part of their trigrams even when they say the same. */
const alikeFrom = 0.2;

/**
 * Units for a case, the strongest reason first: the unit in charge of the procedure; units that answered similar cases,
 * read off the latest published ones; the unit that lately most often answered in the field. Units no longer in force, and units that
 * already bounced the case, are not suggested.
 */
export async function suggestUnits(db: Db, caseId: string, now = new Date()): Promise<UnitSuggestion[]> {
  const [theCase] = await db.select().from(cases).where(eq(cases.id, caseId));
  if (!theCase) return [];

  const found: { unitId: string; reason: SuggestionReason; count: number; of: number; examples: string[] }[] = [];
  if (theCase.procedureVersionId) {
    const [version] = await db
      .select({ unitId: procedureVersions.unitId })
      .from(procedureVersions)
      .where(eq(procedureVersions.id, theCase.procedureVersionId));
    if (version) found.push({ unitId: version.unitId, reason: "procedure", count: 1, of: 1, examples: [] });
  }

  const others = and(
    ne(cases.id, caseId),
    isNotNull(cases.unitId),
    isNotNull(cases.answeredAt),
    inArray(cases.state, [...answered]),
    insideAuthority(theCase.aboutUnitId),
  );
  const latest = db
    .select({ code: cases.code, unitId: cases.unitId, searchText: cases.searchText })
    .from(cases)
    .where(others)
    .orderBy(desc(cases.receivedOn), desc(cases.id))
    .limit(latestMost)
    .as("latest");
  const alike = sql<number>`similarity(${latest.searchText}, ${theCase.searchText})`;
  const similar = await db
    .select({ code: latest.code, unitId: latest.unitId })
    .from(latest)
    .where(gte(alike, alikeFrom))
    .orderBy(desc(alike))
    .limit(lookedAt);
  const codesByUnit = new Map<string, string[]>();
  for (const { unitId, code } of similar) if (unitId) codesByUnit.set(unitId, [...(codesByUnit.get(unitId) ?? []), code]);
  for (const [unitId, codes] of [...codesByUnit].sort(([, a], [, b]) => b.length - a.length).slice(0, 3)) {
    found.push({ unitId, reason: "similar_cases", count: codes.length, of: similar.length, examples: codes.slice(0, 3) });
  }

  if (theCase.field) {
    const inField = db
      .select({ unitId: cases.unitId })
      .from(cases)
      .where(and(others, eq(cases.field, theCase.field)))
      .orderBy(desc(cases.receivedOn), desc(cases.id))
      .limit(latestMost)
      .as("in_field");
    const counted = await db
      .select({ unitId: inField.unitId, n: sql<number>`count(*)`.mapWith(Number), all: sql<number>`sum(count(*)) over ()`.mapWith(Number) })
      .from(inField)
      .groupBy(inField.unitId)
      .orderBy(desc(sql`count(*)`), inField.unitId)
      .limit(1);
    for (const { unitId, n, all } of counted) if (unitId) found.push({ unitId, reason: "field", count: n, of: all, examples: [] });
  }
  return named(db, caseId, found, civilDay(now));
}

/** One line per unit, with its strongest reason. */
async function named(db: Db, caseId: string, found: (Omit<UnitSuggestion, "unit"> & { unitId: string })[], day: string): Promise<UnitSuggestion[]> {
  const bounced = await db.execute<{ to_unit_id: string }>(
    sql`select to_unit_id from assignments where case_id = ${caseId} and bounced_at is not null`,
  );
  const passedOver = new Set([...bounced].map((row) => row.to_unit_id));
  const suggestions: UnitSuggestion[] = [];
  for (const { unitId, ...why } of found) {
    if (passedOver.has(unitId)) continue;
    passedOver.add(unitId);
    const unit = await findUnitInForce(db, { id: unitId }, day);
    if (unit && !unit.external) suggestions.push({ unit, ...why });
  }
  return suggestions;
}

/** Only cases of the authority this one is about: what another authority's offices do says little. */
function insideAuthority(aboutUnitId: string | null) {
  if (!aboutUnitId) return undefined;
  return sql`${cases.unitId} in (
    select u.id from ${units} u join ${units} about on about.id = ${aboutUnitId}
    where coalesce(u.authority_id, u.id) = coalesce(about.authority_id, about.id))`;
}
