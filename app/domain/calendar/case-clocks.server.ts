import { asc, eq, inArray } from "drizzle-orm";
import { clocks, deadlineRules } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { CivilDay } from "./civil-day.ts";
import { dueIfContinued, explainClock, isOverdue, latestDueOn, pausedSince, type Clock } from "./clock.ts";
import { dueWords, type DueWords } from "./due-words.ts";
import type { DeadlineExplanation } from "./explain-deadline.ts";
import { loadCalendar } from "./load-calendar.server.ts";
import { hasRegions, unitPath } from "./load-rules.server.ts";
import type { ClockStep, DayCount } from "./vocabulary.ts";
import type { Calendar } from "./working-days.ts";

/** A clock as it lies in the database, with the rule it follows. */
export type StoredClock = Clock & {
  readonly id: string;
  readonly caseId: string;
  readonly step: ClockStep;
  readonly ruleId: string;
  readonly ruleCode: string;
  readonly ruleVersion: number;
  readonly fromEvent: string;
  readonly basis: string;
  readonly count: DayCount;
};

/** A clock as it is told to people: which rule, which calendar, every day on the way, and the state in words. */
export type CaseClock = {
  readonly id: string;
  readonly step: ClockStep;
  readonly state: "running" | "paused" | "stopped";
  readonly startedOn: CivilDay;
  readonly dueOn: CivilDay;
  readonly originalDueOn: CivilDay;
  readonly stoppedOn: CivilDay | null;
  readonly outcome: Clock["outcome"];
  readonly overdue: boolean;
  readonly words: DueWords;
  readonly rule: { code: string; version: number; amount: number; count: DayCount; ceiling: number | null; basis: string };
  readonly changes: Clock["changes"];
  readonly calendarVersion: number;
  readonly explanation: DeadlineExplanation;
  /** The due day if only what was left had been counted after each supplement; null when it is the same. */
  readonly dueIfContinued: CivilDay | null;
  /** The last day it may be extended to; null where the rule allows none. */
  readonly latestDueOn: CivilDay | null;
};

/** The clocks of these cases, oldest first. */
export async function loadClocks(db: Db, caseIds: readonly string[]): Promise<StoredClock[]> {
  if (caseIds.length === 0) return [];
  const rows = await db
    .select({ clock: clocks, rule: deadlineRules })
    .from(clocks)
    .innerJoin(deadlineRules, eq(clocks.ruleId, deadlineRules.id))
    .where(inArray(clocks.caseId, [...caseIds]))
    .orderBy(asc(clocks.startedOn), asc(clocks.createdAt), asc(clocks.id));
  return rows.map(({ clock, rule }) => toStoredClock(clock, rule));
}

/** A clock's row with its rule's, as the pure rules take it. */
export function toStoredClock(clock: typeof clocks.$inferSelect, rule: typeof deadlineRules.$inferSelect): StoredClock {
  return {
    id: clock.id,
    caseId: clock.caseId,
    step: clock.step,
    ruleId: rule.id,
    ruleCode: rule.code,
    ruleVersion: rule.version,
    fromEvent: rule.fromEvent,
    basis: rule.basis,
    count: rule.count,
    rule: { amount: rule.amount, count: rule.count, ceiling: rule.ceiling },
    calendarVersion: clock.calendarVersionId,
    startedOn: clock.startedOn,
    dueOn: clock.dueOn,
    originalDueOn: clock.originalDueOn,
    pauses: clock.pauses,
    changes: clock.changes,
    stoppedOn: clock.stoppedOn,
    outcome: clock.outcome,
  };
}

/** The clocks of one case as people are told about them. `unitId`: whose regional days hold. */
export async function explainClocks(db: Db, caseId: string, unitId: string | null, today: CivilDay): Promise<CaseClock[]> {
  const stored = await loadClocks(db, [caseId]);
  const unit = await regionOf(db, unitId, today);
  const calendars = new Map<number, Calendar>();
  const told: CaseClock[] = [];
  for (const clock of stored) {
    const calendar = calendars.get(clock.calendarVersion) ?? (await loadCalendar(db, clock.calendarVersion));
    calendars.set(clock.calendarVersion, calendar);
    told.push(toCaseClock(calendar, clock, today, unit));
  }
  return told;
}

/**
 * The unit and its superiors where the calendar or the rules know regions, else nothing: one query saved.
 * @param drafted a calendar that is not stored yet, whose regions count too
 */
export async function regionOf(db: Db, unitId: string | null, day: CivilDay, drafted?: Calendar): Promise<string[]> {
  const draftsRegions = [...(drafted?.days.values() ?? [])].flat().some((line) => line.unitId !== null);
  if (!unitId || !(draftsRegions || (await hasRegions(db)))) return [];
  return unitPath(db, unitId, day);
}

function toCaseClock(calendar: Calendar, clock: StoredClock, today: CivilDay, unit: readonly string[]): CaseClock {
  const continued = dueIfContinued(calendar, clock, unit);
  return {
    id: clock.id,
    step: clock.step,
    state: clock.stoppedOn ? "stopped" : pausedSince(clock) ? "paused" : "running",
    startedOn: clock.startedOn,
    dueOn: clock.dueOn,
    originalDueOn: clock.originalDueOn,
    stoppedOn: clock.stoppedOn,
    outcome: clock.outcome,
    overdue: isOverdue(clock, today),
    words: dueWords(calendar, clock, today, clock.count, unit),
    rule: { code: clock.ruleCode, version: clock.ruleVersion, ...clock.rule, basis: clock.basis },
    changes: clock.changes,
    calendarVersion: clock.calendarVersion,
    explanation: explainClock(calendar, clock, unit),
    dueIfContinued: continued === clock.dueOn ? null : continued,
    latestDueOn: latestDueOn(calendar, clock, unit),
  };
}
