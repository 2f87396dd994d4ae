import { isWeekend, plusDays, type CivilDay } from "./civil-day.ts";
import type { DayCount, DayVerdict } from "./vocabulary.ts";
import { assertAmount, longestWalk, nextWorkingDay, specialDayOn, type Calendar, type SpecialDay, type UnitPath } from "./working-days.ts";

/**
 * A span in which the clock stands still: from the day after `from` up to and including `to`,
 * because the days of the two events are not counted. `to` null: still standing still.
 */
export type Pause = { readonly from: CivilDay; readonly to: CivilDay | null; readonly reason: string };

export type DeadlineQuestion = {
  readonly from: CivilDay;
  readonly amount: number;
  readonly count: DayCount;
  readonly pauses?: readonly Pause[];
  readonly unit?: UnitPath;
};

export type WalkedDay = {
  readonly day: CivilDay;
  readonly verdict: DayVerdict;
  /** 1 for the first counted day … `amount` for the last; null when the day does not count. */
  readonly ordinal: number | null;
  /** The holiday, swap or closure of the day, also on a calendar-day clock, where it counts. */
  readonly special: SpecialDay | null;
  /** Why the clock stood still, on a paused day. */
  readonly pauseReason: string | null;
};

export type DeadlineExplanation = {
  readonly from: CivilDay;
  readonly amount: number;
  readonly count: DayCount;
  readonly due: CivilDay;
  /** Where the count ended before the last-day rule of art. 148(5), Civil Code 2015. */
  readonly countedOutOn: CivilDay;
  readonly moved: boolean;
  /** Every day after `from` up to and including `due`. */
  readonly days: readonly WalkedDay[];
  readonly skipped: number;
  /** Since when the clock stands still; `due` then holds as if it went on at once. */
  readonly pausedSince: CivilDay | null;
  /** The deadline leans on a yearly notice that is not known yet. */
  readonly provisional: boolean;
  readonly calendarVersion: number;
};

/** The due day, and what happened to each day on the way to it. Throws RangeError when `amount` is not 1–3660. */
export function explainDeadline(calendar: Calendar, question: DeadlineQuestion): DeadlineExplanation {
  const { from, amount, count, pauses = [], unit } = question;
  assertAmount(amount);

  const days: WalkedDay[] = [];
  let day = from;
  let counted = 0;
  while (counted < amount) {
    if (days.length > longestWalk) throw new RangeError(`The deadline from ${from} is more than ten years away`);
    day = plusDays(day, 1);
    const special = specialDayOn(calendar, day, unit) ?? null;
    const pause = pauses.find((span) => span.to !== null && span.from < day && day <= span.to);
    const verdict = pause ? "paused" : verdictOf(day, special, count);
    const counts = verdict === "counted" || verdict === "make_up_work";
    if (counts) counted++;
    days.push({ day, verdict, ordinal: counts ? counted : null, special, pauseReason: pause?.reason ?? null });
  }

  const countedOutOn = day;
  const due = nextWorkingDay(calendar, countedOutOn, unit);
  while (day < due) {
    day = plusDays(day, 1);
    const special = specialDayOn(calendar, day, unit) ?? null;
    const verdict = day === due ? "moved_here" : verdictOf(day, special, "working_days");
    days.push({ day, verdict, ordinal: null, special, pauseReason: null });
  }

  return {
    from,
    amount,
    count,
    due,
    countedOutOn,
    moved: due !== countedOutOn,
    days,
    skipped: days.filter((walked) => walked.ordinal === null && walked.verdict !== "moved_here").length,
    pausedSince: pauses.find((span) => span.to === null)?.from ?? null,
    provisional: days.some((walked) => walked.special?.provisional === true) || (calendar.noticesUntil !== null && due > calendar.noticesUntil),
    calendarVersion: calendar.version,
  };
}

function verdictOf(day: CivilDay, special: SpecialDay | null, count: DayCount): DayVerdict {
  if (count === "calendar_days") return "counted";
  if (!special) return isWeekend(day) ? "weekend" : "counted";
  switch (special.kind) {
    case "le":
      return "holiday";
    case "bu":
      return "make_up_off";
    case "hoan_doi_nghi":
      return "swap_off";
    case "dia_phuong":
      return "local_off";
    case "hoan_doi_lam":
      return isWeekend(day) ? "make_up_work" : "counted";
  }
}
