import type { CivilDay } from "./civil-day.ts";
import { type Clock, countedFrom, explainClock, pausedSince } from "./clock.ts";
import { type WarningKind, type WarningRung, warningRungs } from "./vocabulary.ts";
import { type Calendar, isWorkingDay, previousWorkingDay, type UnitPath, workingDaysBetween } from "./working-days.ts";

/** What is to be said of a clock. `thresholdOn` makes it one thing to say: a restart or a new due day makes another. */
export type Warning = {
  readonly kind: WarningKind;
  readonly thresholdOn: CivilDay;
  /** Working days past the due day; 0 before it. */
  readonly overdueDays: number;
  /** Who is told, nearest first. */
  readonly rungs: readonly WarningRung[];
};

/**
 * The gravest warning whose time has come: at 50 % and 80 % of the counted days, on the working day before the due day,
 * and on each working day after it. Undefined on a day off, and for a stopped or standing clock. Which of them were
 * said already, the caller knows.
 */
export function warningOn(calendar: Calendar, clock: Clock, today: CivilDay, unit?: UnitPath): Warning | undefined {
  if (clock.stoppedOn || pausedSince(clock) || !isWorkingDay(calendar, today, unit)) return undefined;

  if (today > clock.dueOn) {
    const overdueDays = workingDaysBetween(calendar, clock.dueOn, today, unit);
    return { kind: "overdue", thresholdOn: today, overdueDays, rungs: rungsFor("overdue", overdueDays) };
  }
  const reached = thresholdsOf(calendar, clock, unit).findLast(({ on }) => on <= today);
  return reached && { kind: reached.kind, thresholdOn: reached.thresholdOn, overdueDays: 0, rungs: rungsFor(reached.kind, 0) };
}

/** The days a clock is warned about before it is due, the gravest last. None on the day the count began. */
function thresholdsOf(calendar: Calendar, clock: Clock, unit?: UnitPath): { kind: WarningKind; on: CivilDay; thresholdOn: CivilDay }[] {
  const begun = countedFrom(clock);
  const { days, amount } = explainClock(calendar, clock, unit);
  const dayAt = (share: number) => days.find((walked) => (walked.ordinal ?? 0) >= Math.ceil(amount * share))?.day;
  const planned = [
    { kind: "half" as const, on: dayAt(0.5), thresholdOn: begun },
    { kind: "most" as const, on: dayAt(0.8), thresholdOn: begun },
    { kind: "day_before" as const, on: previousWorkingDay(calendar, clock.dueOn, unit), thresholdOn: clock.dueOn },
  ];
  return planned.flatMap(({ kind, on, thresholdOn }) => (on && on > begun ? [{ kind, on, thresholdOn }] : []));
}

/** The owner from the start; the unit’s head with the last day; then a rung higher with each working day of delay. */
const rungsFor = (kind: WarningKind, overdueDays: number) => {
  const told = kind === "overdue" ? 1 + overdueDays : kind === "day_before" ? 2 : 1;
  return warningRungs.slice(0, told);
};
