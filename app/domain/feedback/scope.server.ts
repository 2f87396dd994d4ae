import { and, inArray, isNotNull, isNull, ne, not, or, sql, type SQL } from "drizzle-orm";
import { assignments, caseNamedOfficials, cases } from "#db/schema/index.ts";
import type { Official } from "../people/official.ts";
import type { Permission } from "../people/vocabulary.ts";

/** The unit a case counts for: the one that must answer; before there is one, the one it is about. */
const ownUnit = sql`coalesce(${cases.unitId}, ${cases.aboutUnitId})`;

/** True for cases where the official holds the permission. A case that names no unit is in everybody's scope who holds it. */
export function withinScope(by: Official, permission: Permission): SQL {
  const scope = by.scopes[permission];
  if (scope === undefined) return sql`false`;
  if (scope === "all") return sql`true`;
  return or(scope.length > 0 ? inArray(ownUnit, [...scope]) : undefined, isNull(ownUnit)) ?? sql`false`;
}

/** Cases that complain of this official: out of sight whatever the official holds (domain.md 7.5). */
const namedIn = (by: Official): SQL => sql`${cases.id} in (select n.case_id from ${caseNamedOfficials} n where n.official_id = ${by.id})`;

/** Cases in which one of these units supports the lead unit. */
export const supportedBy = (unitIds: readonly string[]): SQL =>
  sql`${cases.id} in (select s.case_id from ${assignments} s where s.role = 'supporting' and s.ended_at is null and s.to_unit_id in ${[...unitIds]})`;

/**
 * What an official may read. Before a case has a unit only those who receive and route it may: its text may accuse
 * somebody in the unit it names. Supporting units read along. Whom it complains of never reads it, and a case that left
 * for the confidential procedure is readable by nobody here.
 */
export function readableBy(by: Official): SQL {
  const reading = by.scopes["cases.read"];
  const held =
    reading === "all"
      ? sql`true`
      : or(
          and(isNotNull(cases.unitId), withinScope(by, "cases.read")),
          reading && reading.length > 0 ? supportedBy(reading) : undefined,
          and(isNull(cases.unitId), or(withinScope(by, "cases.classify"), withinScope(by, "cases.transfer"))),
        );
  return and(reading === undefined ? sql`false` : held, ne(cases.state, "CHUYEN_MAT"), not(namedIn(by))) ?? sql`false`;
}
