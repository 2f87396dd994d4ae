import { and, asc, count, inArray, sql } from "drizzle-orm";
import { cases, unitVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { CivilDay } from "../calendar/civil-day.ts";
import type { Keys } from "../keys.ts";
import type { Official } from "../people/official.ts";
import { listSuccessors } from "../units/index.server.ts";
import { moveToSuccessor } from "./move-to-successor.server.ts";
import { readableBy, withinScope } from "./scope.server.ts";
import type { CaseRow } from "./take-case.server.ts";
import { loadUnitNames, type UnitName } from "./unit-words.server.ts";
import { openStates } from "./vocabulary.ts";

/** Cases shown of one ended unit at once; the next ones come when these have been moved. */
const atOnce = 200;

export type LeftBehind = {
  unitId: string;
  /** As it was called at its end. */
  unit: UnitName | null;
  successors: { id: string; nameVi: string; nameEn: string }[];
  cases: Pick<CaseRow, "code" | "subject" | "kind" | "state" | "nextDueOn" | "revision">[];
};

/** Open cases whose unit has ended, by unit, for whoever gives them to a successor. */
export async function listLeftBehind(db: Db, by: Official, today: CivilDay): Promise<LeftBehind[]> {
  const ended = sql`not exists (select 1 from ${unitVersions} v where v.unit_id = ${cases.unitId} and v.valid_from <= ${today} and (v.valid_to is null or v.valid_to >= ${today}))`;
  const rows = await db
    .select()
    .from(cases)
    .where(and(inArray(cases.state, [...openStates]), sql`${cases.unitId} is not null`, ended, withinScope(by, "cases.transfer"), readableBy(by)))
    .orderBy(asc(cases.unitId), asc(cases.nextDueOn), asc(cases.code))
    .limit(atOnce);
  const names = await loadUnitNames(
    db,
    rows.map((row) => row.unitVersionId),
  );
  const groups = new Map<string, LeftBehind>();
  for (const { unitId, unitVersionId, code, subject, kind, state, nextDueOn, revision } of rows) {
    if (unitId === null) continue;
    const group = groups.get(unitId) ?? {
      unitId,
      unit: names.get(unitVersionId ?? "") ?? null,
      successors: await listSuccessors(db, unitId, today),
      cases: [],
    };
    group.cases.push({ code, subject, kind, state, nextDueOn, revision });
    groups.set(unitId, group);
  }
  return [...groups.values()];
}

/** How many open and how many answered cases units have: numbers only, for those who read no cases. */
export async function countCasesOfUnits(db: Db, unitIds: readonly string[]): Promise<Map<string, { open: number; all: number }>> {
  if (unitIds.length === 0) return new Map();
  const rows = await db
    .select({
      unitId: cases.unitId,
      open: sql<number>`count(*) filter (where ${inArray(cases.state, [...openStates])})`.mapWith(Number),
      all: count(),
    })
    .from(cases)
    .where(inArray(cases.unitId, [...unitIds]))
    .groupBy(cases.unitId);
  const found = new Map(rows.map(({ unitId, open, all }) => [unitId ?? "", { open, all }]));
  return new Map(unitIds.map((id) => [id, found.get(id) ?? { open: 0, all: 0 }]));
}

export type Move = { code: string; unitId: string; revision: number };

/** Gives several cases to the successors a person chose, each in its own transaction; what is refused is told by case. */
export async function moveCasesToSuccessors(db: Db, keys: Keys, by: Official, moves: readonly Move[], now = new Date()) {
  const refused: { code: string; refusal: Exclude<Awaited<ReturnType<typeof moveToSuccessor>>, { ok: true }> }[] = [];
  let moved = 0;
  for (const { code, unitId, revision } of moves.slice(0, atOnce)) {
    const outcome = await moveToSuccessor(db, keys, by, code, { unitId, revision }, now);
    if (outcome.ok) moved += 1;
    else refused.push({ code, refusal: outcome });
  }
  return { moved, refused };
}
