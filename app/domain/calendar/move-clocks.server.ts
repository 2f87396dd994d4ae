import { and, asc, eq, exists, gt, inArray, isNull, ne, sql } from "drizzle-orm";
import { cases, clocks, deadlineRules } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { type Actor, recordEvent } from "../audit/index.server.ts";
import type { CaseKind } from "../feedback/vocabulary.ts";
import { regionOf, type StoredClock, toStoredClock } from "./case-clocks.server.ts";
import { civilDay, type CivilDay } from "./civil-day.ts";
import { pausedSince, recomputeClock } from "./clock.ts";
import { currentCalendar, loadCalendar } from "./load-calendar.server.ts";
import type { ClockStep } from "./vocabulary.ts";
import type { Calendar } from "./working-days.ts";

/** A due day that moves with the calendar. It names no person and nothing anybody wrote. */
export type MovedClock = {
  readonly clockId: string;
  readonly caseId: string;
  readonly code: string;
  readonly kind: CaseKind;
  readonly unitId: string | null;
  readonly step: ClockStep;
  readonly from: CivilDay;
  readonly to: CivilDay;
  /** The calendar would have it sooner; it is kept as far off as it may. */
  readonly held: boolean;
  /** The clock stands still: its due day is not yet a promise. */
  readonly paused: boolean;
};

const atOnce = 500;

/** How the open clocks would stand under this calendar. Reads only. Soonest new due day first. */
export async function planMoves(db: Db, after: Calendar, today: CivilDay): Promise<{ open: number; moved: MovedClock[] }> {
  const { open, moved } = await recomputeAll(db, after, today);
  return { open, moved: moved.map(({ told }) => told) };
}

/**
 * Puts every open clock under the calendar `after`, which is stored already: due days that move are written with the
 * case's next due day and an event each. The cases are locked first, so no act comes between. Stopped clocks keep
 * their calendar and their due day for ever.
 */
export async function moveClocks(tx: Db, by: Actor, after: Calendar, now: Date): Promise<{ open: number; moved: MovedClock[] }> {
  const hasOpenClock = tx
    .select({ one: sql`1` })
    .from(clocks)
    .where(and(eq(clocks.caseId, cases.id), isNull(clocks.stoppedOn)));
  await tx.select({ id: cases.id }).from(cases).where(exists(hasOpenClock)).orderBy(asc(cases.id)).for("update");

  const { open, moved } = await recomputeAll(tx, after, civilDay(now));
  await tx.update(clocks).set({ calendarVersionId: after.version }).where(isNull(clocks.stoppedOn));
  for (const { clock } of moved) {
    await tx
      .update(clocks)
      .set({ dueOn: clock.dueOn, changes: [...clock.changes] })
      .where(eq(clocks.id, clock.id));
  }
  await noteNextDue(
    tx,
    moved.map(({ told }) => told.caseId),
  );
  for (const { told } of moved) {
    const { caseId: subjectId, step, from, to, held } = told;
    await recordEvent(
      tx,
      by,
      { act: "case.deadline_moved", subject: "case", subjectId, data: { step, from, to, held, calendar: after.version } },
      now,
    );
  }
  return { open, moved: moved.map(({ told }) => told) };
}

/**
 * Clocks begun by the calendar of a moment ago, while a new one was being stored, follow it now. Answers how many due
 * days moved; nothing is read or written twice when there are none.
 */
export async function catchUpClocks(db: Db, now: Date): Promise<MovedClock[]> {
  const newest = await currentCalendar(db);
  const [behind] = await db
    .select({ id: clocks.id })
    .from(clocks)
    .where(and(isNull(clocks.stoppedOn), ne(clocks.calendarVersionId, newest.version)))
    .limit(1);
  if (!behind) return [];
  return db.transaction(async (tx) => (await moveClocks(tx, "portal", newest, now)).moved);
}

async function recomputeAll(db: Db, after: Calendar, today: CivilDay) {
  const regions = new Map<string, string[]>();
  const calendars = new Map<number, Calendar>();
  const moved: { clock: StoredClock; told: MovedClock }[] = [];
  let open = 0;
  for (let last = "", page = await openClocks(db, last); page.length > 0; page = await openClocks(db, last)) {
    open += page.length;
    for (const { clock: row, rule, theCase } of page) {
      last = row.id;
      const unitId = theCase.unitId ?? theCase.aboutUnitId;
      const region = regions.get(unitId ?? "") ?? (await regionOf(db, unitId, today, after));
      regions.set(unitId ?? "", region);
      const seen = toStoredClock(row, rule);
      const before = calendars.get(seen.calendarVersion) ?? (await loadCalendar(db, seen.calendarVersion));
      calendars.set(seen.calendarVersion, before);
      const clock = { ...seen, ...recomputeClock(before, after, seen, today, region) };
      if (clock.dueOn === seen.dueOn) continue;
      const { id: caseId, code, kind } = theCase;
      const held = clock.changes.at(-1)?.why === "held";
      const paused = pausedSince(clock) !== null;
      moved.push({ clock, told: { clockId: row.id, caseId, code, kind, unitId, step: row.step, from: seen.dueOn, to: clock.dueOn, held, paused } });
    }
  }
  moved.sort((a, b) => (a.told.to === b.told.to ? (a.told.code < b.told.code ? -1 : 1) : a.told.to < b.told.to ? -1 : 1));
  return { open, moved };
}

const openClocks = (db: Db, after: string) =>
  db
    .select({
      clock: clocks,
      rule: deadlineRules,
      theCase: { id: cases.id, code: cases.code, kind: cases.kind, unitId: cases.unitId, aboutUnitId: cases.aboutUnitId },
    })
    .from(clocks)
    .innerJoin(deadlineRules, eq(clocks.ruleId, deadlineRules.id))
    .innerJoin(cases, and(eq(clocks.caseId, cases.id), ne(cases.state, "CHUYEN_MAT")))
    .where(and(isNull(clocks.stoppedOn), after ? gt(clocks.id, after) : undefined))
    .orderBy(asc(clocks.id))
    .limit(atOnce);

/** A case kept for study is looked at again on its own day; every other follows its clocks that run. */
async function noteNextDue(tx: Db, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return;
  const next = sql`(select min(${clocks.dueOn}) from ${clocks} where ${clocks.caseId} = ${cases.id} and ${clocks.stoppedOn} is null
    and not jsonb_path_exists(${clocks.pauses}, '$[*] ? (@.to == null)'))`;
  await tx
    .update(cases)
    .set({ nextDueOn: next })
    .where(and(inArray(cases.id, [...new Set(caseIds)]), ne(cases.state, "TIEP_TUC_TAP_HOP")));
}
