import { and, asc, eq, inArray, isNull, ne, or, sql, type SQL } from "drizzle-orm";
import { cases, clocks } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { CivilDay } from "../calendar/civil-day.ts";
import type { ClockStep, DueChange } from "../calendar/vocabulary.ts";
import type { Keys } from "../keys.ts";
import type { Official } from "../people/official.ts";
import { tellSender } from "./identity.server.ts";
import { readableBy } from "./scope.server.ts";
import type { CaseKind, CaseState, WorkList } from "./vocabulary.ts";
import { onList } from "./work-lists.server.ts";

/** An open clock of the office: which case, which step, when. Nothing anybody wrote, and no person. */
export type OpenDeadline = {
  readonly clockId: string;
  readonly caseId: string;
  readonly code: string;
  readonly kind: CaseKind;
  readonly state: CaseState;
  readonly step: ClockStep;
  readonly dueOn: CivilDay;
  readonly startedOn: CivilDay;
  readonly changes: readonly DueChange[];
  /** The unit the case counts for. */
  readonly unitId: string | null;
};

/** The steps that are somebody's to do who has the case on this list. */
const stepsOf: readonly [WorkList, readonly ClockStep[]][] = [
  ["to_receive", ["refuse", "request_more", "transfer"]],
  ["to_assign", ["transfer", "answer"]],
  ["to_take_up", ["answer"]],
  ["mine", ["answer"]],
  ["my_unit", ["answer"]],
  ["to_approve", ["answer"]],
  ["to_publish", ["publish"]],
];

const idsAtOnce = 5_000;

const runs = and(isNull(clocks.stoppedOn), ne(clocks.step, "supplement"), sql`not jsonb_path_exists(${clocks.pauses}, '$[*] ? (@.to == null)')`);

/** The deadlines that are this official's to keep, by the work lists of today; soonest first. @param limit 1–1000 */
export async function listDeadlines(db: Db, by: Official, today: CivilDay, limit = 500): Promise<OpenDeadline[]> {
  const theirs = or(...stepsOf.map(([list, steps]) => and(onList(list, by, today), inArray(clocks.step, [...steps]))));
  return select(db, and(readableBy(by), theirs), Math.min(Math.max(limit, 1), 1000));
}

/** Those of these clocks that run and that the official may read; soonest first. */
export async function listDeadlinesOf(db: Db, by: Official, clockIds: readonly string[]): Promise<OpenDeadline[]> {
  const found: OpenDeadline[] = [];
  for (let first = 0; first < clockIds.length; first += idsAtOnce) {
    const ids = clockIds.slice(first, first + idsAtOnce);
    found.push(...(await select(db, and(readableBy(by), inArray(clocks.id, ids)), ids.length)));
  }
  return found.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

async function select(db: Db, where: SQL | undefined, limit: number): Promise<OpenDeadline[]> {
  return db
    .select({
      clockId: clocks.id,
      caseId: cases.id,
      code: cases.code,
      kind: cases.kind,
      state: cases.state,
      step: clocks.step,
      dueOn: clocks.dueOn,
      startedOn: clocks.startedOn,
      changes: clocks.changes,
      unitId: sql<string | null>`coalesce(${cases.unitId}, ${cases.aboutUnitId})`,
    })
    .from(clocks)
    .innerJoin(cases, eq(clocks.caseId, cases.id))
    .where(and(runs, where))
    .orderBy(asc(clocks.dueOn), asc(cases.code), asc(clocks.id))
    .limit(limit);
}

/** Tells the sender of a case that its due day moved with the calendar. Nothing without an address. */
export async function tellDeadlineMoved(tx: Db, keys: Keys, moved: { caseId: string; from: CivilDay; to: CivilDay }, now: Date) {
  const { caseId, from, to: until } = moved;
  const [theCase] = await tx.select().from(cases).where(eq(cases.id, caseId));
  if (!theCase) return;
  await tellSender(tx, keys, theCase, { template: "case_deadline_moved", data: { code: theCase.code, from, until } }, now);
}
