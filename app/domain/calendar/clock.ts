import { done, refuse } from "../outcome.ts";
import { plusDays, type CivilDay } from "./civil-day.ts";
import { explainDeadline, type DeadlineExplanation, type Pause } from "./explain-deadline.ts";
import type { DeadlineRule } from "./rules.ts";
import type { ClockOutcome, DueChange, DueChangeReason, ResumePolicy } from "./vocabulary.ts";
import { isWorkingDay, nextWorkingDay, type Calendar, type UnitPath } from "./working-days.ts";

export type ClockRule = Pick<DeadlineRule, "amount" | "count" | "ceiling">;

/** One step of one case. Every change gives a new value; nothing here reads the time of day. */
export type Clock = {
  readonly rule: ClockRule;
  readonly calendarVersion: number;
  readonly startedOn: CivilDay;
  readonly dueOn: CivilDay;
  /** The first due day, kept when the clock is extended or restarted. */
  readonly originalDueOn: CivilDay;
  readonly pauses: readonly Pause[];
  /** Every time the due day moved, oldest first. */
  readonly changes: readonly DueChange[];
  readonly stoppedOn: CivilDay | null;
  readonly outcome: ClockOutcome | null;
};

/** Marks the span a restart wipes out: from the start of the clock to the day it began again. */
export const restartReason = "restart";

export function startClock(calendar: Calendar, rule: ClockRule, on: CivilDay, unit?: UnitPath): Clock {
  const { due } = explain(calendar, rule, on, [], unit);
  return {
    rule: { amount: rule.amount, count: rule.count, ceiling: rule.ceiling },
    calendarVersion: calendar.version,
    startedOn: on,
    dueOn: due,
    originalDueOn: due,
    pauses: [],
    changes: [],
    stoppedOn: null,
    outcome: null,
  };
}

/** Stands still from the end of this day, as when the sender is asked for more. */
export function pauseClock(clock: Clock, on: CivilDay, reason: string) {
  if (clock.stoppedOn) return refuse("clock.stopped");
  if (pausedSince(clock)) return refuse("clock.paused");
  if (on < clock.startedOn) return refuse("clock.before_start");
  return done<Clock>({ ...clock, pauses: [...clock.pauses, { from: on, to: null, reason }] });
}

/**
 * Goes on from the end of this day. `restart` gives the whole time again (QĐ 766, index 5.2: “từ lần chuyển cuối”),
 * `continue` what was left. A clock already past its due day only continues: a late supplement wipes out no delay.
 */
export function resumeClock(calendar: Calendar, clock: Clock, on: CivilDay, policy: ResumePolicy, unit?: UnitPath) {
  const since = pausedSince(clock);
  if (clock.stoppedOn) return refuse("clock.stopped");
  if (!since) return refuse("clock.not_paused");
  if (on < since) return refuse("clock.before_start");

  const amount = amountOf(calendar, clock, unit);
  const closed = clock.pauses.map((pause) => (pause.to === null ? { ...pause, to: on } : pause));
  if (policy === "restart" && since <= clock.dueOn) return done(restarted(calendar, { ...clock, pauses: closed }, on, "supplement", unit));
  const { due } = explain(calendar, { ...clock.rule, amount }, clock.startedOn, closed, unit);
  return done(moved({ ...clock, pauses: closed }, due, on, "supplement"));
}

/** Gives the whole time again from this day, as for the last transfer between agencies. The original due day stays. */
export function restartClock(calendar: Calendar, clock: Clock, on: CivilDay, unit?: UnitPath) {
  if (clock.stoppedOn) return refuse("clock.stopped");
  if (pausedSince(clock)) return refuse("clock.paused");
  if (on < clock.startedOn) return refuse("clock.before_start");
  if (on > clock.dueOn) return refuse("clock.past_due");
  return done(restarted(calendar, clock, on, "transfer", unit));
}

/** The time of another rule from the same start, as when a second authority must be heard. It takes no day away. */
export function widenClock(calendar: Calendar, clock: Clock, rule: ClockRule, on: CivilDay, unit?: UnitPath) {
  if (clock.stoppedOn) return refuse("clock.stopped");
  if (on > clock.dueOn) return refuse("clock.past_due");
  const wider = { ...clock, rule: { amount: rule.amount, count: rule.count, ceiling: rule.ceiling } };
  const { due } = explain(calendar, wider.rule, clock.startedOn, clock.pauses, unit);
  return done(moved(wider, due > clock.dueOn ? due : clock.dueOn, on, "inter_agency"));
}

/** A later due day, asked for on `on`: before the due day, on a working day, within the rule's ceiling. */
export function extendClock(calendar: Calendar, clock: Clock, to: CivilDay, on: CivilDay, unit?: UnitPath) {
  if (clock.stoppedOn) return refuse("clock.stopped");
  if (pausedSince(clock)) return refuse("clock.paused");
  if (clock.rule.ceiling === null) return refuse("clock.no_extension");
  if (on > clock.dueOn) return refuse("clock.past_due");
  if (to <= clock.dueOn) return refuse("clock.not_later", { due: clock.dueOn });

  const latest = latestDueOn(calendar, clock, unit) ?? clock.dueOn;
  if (to > latest) return refuse("clock.beyond_ceiling", { latest });
  if (!isWorkingDay(calendar, to, unit)) return refuse("clock.not_a_working_day");
  return done(moved(clock, to, on, "extended"));
}

/**
 * The clock under a newer calendar. A day granted by an extension stays granted, and moves on only when it is off now.
 * The due day never comes before the next working day after `today`, nor does one that has come already get earlier:
 * what the calendar would make sooner than that is `held`.
 */
export function recomputeClock(before: Calendar, after: Calendar, clock: Clock, today: CivilDay, unit?: UnitPath): Clock {
  if (clock.stoppedOn) return clock;
  const dueIn = (calendar: Calendar) => explain(calendar, clock.rule, clock.startedOn, clock.pauses, unit).due;

  const computed = dueIn(after);
  const granted = dueIn(before) < clock.dueOn ? nextWorkingDay(after, clock.dueOn, unit) : computed;
  const wanted = granted > computed ? granted : computed;
  const tomorrow = nextWorkingDay(after, plusDays(today, 1), unit);
  // A day that is off now is no due day: held there, it would move on when the next calendar comes.
  const soonest = nextWorkingDay(after, clock.dueOn < tomorrow ? clock.dueOn : tomorrow, unit);
  const held = wanted < soonest;
  const recounted = { ...clock, calendarVersion: after.version };
  return moved(recounted, held ? soonest : wanted, today, held ? "held" : "calendar", after.version);
}

/** The last day the rule's ceiling lets a clock be extended to; null where it may not be. */
export function latestDueOn(calendar: Calendar, clock: Clock, unit?: UnitPath): CivilDay | null {
  const { ceiling } = clock.rule;
  return ceiling === null ? null : explain(calendar, { ...clock.rule, amount: ceiling }, clock.startedOn, clock.pauses, unit).due;
}

/** The step is done. A clock that stood still when it was due is judged by the day it stood still. */
export function stopClock(clock: Clock, on: CivilDay) {
  if (clock.stoppedOn) return refuse("clock.stopped");
  if (on < clock.startedOn) return refuse("clock.before_start");
  const at = pausedSince(clock) ?? on;
  return done<Clock>({
    ...clock,
    ...closedPauses(clock, on),
    stoppedOn: on,
    outcome: at <= clock.dueOn ? "on_time" : "late",
  });
}

/** The step will never be done, and nobody is to be scored: withdrawn, split, moved to another procedure. */
export function voidClock(clock: Clock, on: CivilDay) {
  if (clock.stoppedOn) return refuse("clock.stopped");
  return done<Clock>({ ...clock, ...closedPauses(clock, on), stoppedOn: on, outcome: "void" });
}

/** Running, not standing still, and past its due day. */
export function isOverdue(clock: Clock, today: CivilDay): boolean {
  return clock.stoppedOn === null && pausedSince(clock) === null && today > clock.dueOn;
}

export function pausedSince(clock: Clock): CivilDay | null {
  return clock.pauses.find((pause) => pause.to === null)?.from ?? null;
}

/** The walk to the due day the clock has now, extension included. */
export function explainClock(calendar: Calendar, clock: Clock, unit?: UnitPath): DeadlineExplanation {
  return explain(calendar, { ...clock.rule, amount: amountOf(calendar, clock, unit) }, clock.startedOn, clock.pauses, unit);
}

/** The due day if only what was left had been counted after each supplement: the other of the two figures kept. */
export function dueIfContinued(calendar: Calendar, clock: Clock, unit?: UnitPath): CivilDay {
  const pauses = clock.pauses.filter((pause) => pause.reason !== restartReason);
  return explain(calendar, clock.rule, clock.startedOn, pauses, unit).due;
}

/** The day the count that runs now began after: the start, or the last time the whole time was given again. */
export function countedFrom(clock: Clock): CivilDay {
  const restart = clock.pauses.findLast((pause) => pause.reason === restartReason)?.to;
  return restart ?? clock.startedOn;
}

function moved(clock: Clock, to: CivilDay, on: CivilDay, why: DueChangeReason, version: number | null = null): Clock {
  if (to === clock.dueOn) return clock;
  return { ...clock, dueOn: to, changes: [...clock.changes, { on, why, from: clock.dueOn, to, version }] };
}

function restarted(calendar: Calendar, clock: Clock, on: CivilDay, why: DueChangeReason, unit?: UnitPath): Clock {
  const kept = clock.pauses.filter((pause) => pause.reason !== restartReason);
  const pauses = on > clock.startedOn ? [...kept, { from: clock.startedOn, to: on, reason: restartReason }] : kept;
  return moved({ ...clock, pauses }, explain(calendar, clock.rule, clock.startedOn, pauses, unit).due, on, why);
}

/** The rule's amount, or as many counted days as an extension has made of it. */
function amountOf(calendar: Calendar, clock: Clock, unit?: UnitPath): number {
  const { amount, ceiling } = clock.rule;
  for (let extended = amount; extended <= (ceiling ?? amount); extended++) {
    const { due } = explain(calendar, { ...clock.rule, amount: extended }, clock.startedOn, clock.pauses, unit);
    if (due >= clock.dueOn) return extended;
  }
  return amount;
}

function explain(calendar: Calendar, rule: ClockRule, from: CivilDay, pauses: readonly Pause[], unit?: UnitPath) {
  const question = { from, amount: rule.amount, count: rule.count, pauses };
  return explainDeadline(calendar, unit === undefined ? question : { ...question, unit });
}

function closedPauses(clock: Clock, on: CivilDay): Pick<Clock, "pauses"> {
  return { pauses: clock.pauses.map((pause) => (pause.to === null ? { ...pause, to: on } : pause)) };
}
