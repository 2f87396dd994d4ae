import { and, eq, gte, inArray, isNull, lte, or } from "drizzle-orm";
import { caseNamedOfficials, officials, roleGrants } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { CivilDay } from "../calendar/civil-day.ts";
import { unitPath } from "../calendar/index.server.ts";
import { done, refuse } from "../outcome.ts";
import { type UnitInForce, findUnitInForce } from "../units/index.server.ts";
import type { CaseRow } from "./take-case.server.ts";

export type NamedOfficial = { id: string; name: string; position: string | null };

/** Whom a case complains of. They never read it: that stands in the scope's SQL. */
export async function listNamedOfficials(db: Db, caseId: string): Promise<NamedOfficial[]> {
  return db
    .select({ id: officials.id, name: officials.name, position: officials.position })
    .from(caseNamedOfficials)
    .innerJoin(officials, eq(caseNamedOfficials.officialId, officials.id))
    .where(eq(caseNamedOfficials.caseId, caseId))
    .orderBy(officials.name, officials.id);
}

/** True when somebody the case complains of heads this unit or one above it on that day. */
async function headedByNamed(tx: Db, caseId: string, unitId: string, day: CivilDay): Promise<boolean> {
  const path = await unitPath(tx, unitId, day);
  const [head] = await tx
    .select({ id: roleGrants.id })
    .from(caseNamedOfficials)
    .innerJoin(roleGrants, eq(roleGrants.officialId, caseNamedOfficials.officialId))
    .where(
      and(
        eq(caseNamedOfficials.caseId, caseId),
        eq(roleGrants.role, "unit_head"),
        inArray(roleGrants.unitId, path),
        lte(roleGrants.validFrom, day),
        or(isNull(roleGrants.validTo), gte(roleGrants.validTo, day)),
      ),
    )
    .limit(1);
  return head !== undefined;
}

/**
 * Whether a unit may have a case: no unit headed by somebody the case complains of (it goes to the superior one), and
 * not the unit whose answer was taken to its superior, nor one below it (domain.md 7.3, transitions 9 and 22).
 */
export async function mayHave(tx: Db, theCase: Pick<CaseRow, "id" | "appealedUnitId">, unitId: string, day: CivilDay) {
  if (await headedByNamed(tx, theCase.id, unitId, day)) return refuse("case.names_unit_head");
  if (theCase.appealedUnitId && (await unitPath(tx, unitId, day)).includes(theCase.appealedUnitId)) return refuse("case.same_unit_reviews");
  return done(unitId);
}

/** The nearest unit above that may have the case; undefined when there is none of ours. */
export async function findSuperior(
  tx: Db,
  theCase: Pick<CaseRow, "id" | "appealedUnitId">,
  unitId: string,
  day: CivilDay,
): Promise<UnitInForce | undefined> {
  for (const id of (await unitPath(tx, unitId, day)).slice(1)) {
    const unit = await findUnitInForce(tx, { id }, day);
    if (unit && !unit.external && (await mayHave(tx, theCase, id, day)).ok) return unit;
  }
  return undefined;
}
