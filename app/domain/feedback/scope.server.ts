import { and, inArray, isNotNull, isNull, ne, or, sql, type SQL } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
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

/**
 * What an official may read. Before a case has a unit only those who receive and route it may: its text may accuse
 * somebody in the unit it names. A case that left for the confidential procedure is readable by nobody here.
 */
export function readableBy(by: Official): SQL {
  const reading = by.scopes["cases.read"];
  const held =
    reading === "all"
      ? sql`true`
      : or(
          and(isNotNull(cases.unitId), withinScope(by, "cases.read")),
          and(isNull(cases.unitId), or(withinScope(by, "cases.classify"), withinScope(by, "cases.transfer"))),
        );
  return and(reading === undefined ? sql`false` : held, ne(cases.state, "CHUYEN_MAT")) ?? sql`false`;
}
