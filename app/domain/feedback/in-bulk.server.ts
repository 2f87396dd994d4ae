import { and, asc, eq, gte, inArray, isNull, lte, or } from "drizzle-orm";
import { cases, officials, roleGrants } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { CivilDay } from "../calendar/civil-day.ts";
import type { Official } from "../people/official.ts";
import { readableBy } from "./scope.server.ts";
import { transitionOf } from "./transitions.ts";
import { type BulkAct, bulkActs } from "./vocabulary.ts";

/** The acts this official may do on several cases at once; each act still decides about each case. */
export const mayInBulk = (by: Official): BulkAct[] =>
  bulkActs.filter((act) => {
    const { permission } = transitionOf(act);
    return permission !== null && by.may.includes(permission);
  });

/** Of the cases with these codes, those the official may read, by code. */
export async function listChosen(db: Db, by: Official, codes: readonly string[]): Promise<Map<string, { id: string; subject: string }>> {
  if (codes.length === 0) return new Map();
  const found = await db
    .select({ code: cases.code, id: cases.id, subject: cases.subject })
    .from(cases)
    .where(and(inArray(cases.code, [...codes]), readableBy(by)));
  return new Map(found.map(({ code, ...rest }) => [code, rest]));
}

/** Who handles cases in the units where the official may name a handler, by name. Whether one may take a case, its act says. */
export async function listHandlersWithin(db: Db, by: Official, today: CivilDay): Promise<{ id: string; name: string }[]> {
  const scope = by.scopes["cases.assign"];
  if (scope === undefined || scope.length === 0) return [];
  return db
    .selectDistinct({ id: officials.id, name: officials.name })
    .from(officials)
    .innerJoin(roleGrants, eq(roleGrants.officialId, officials.id))
    .where(
      and(
        eq(officials.active, true),
        eq(roleGrants.role, "handler"),
        lte(roleGrants.validFrom, today),
        or(isNull(roleGrants.validTo), gte(roleGrants.validTo, today)),
        scope === "all" ? undefined : or(inArray(roleGrants.unitId, [...scope]), isNull(roleGrants.unitId)),
      ),
    )
    .orderBy(asc(officials.name), asc(officials.id));
}
