import { daysBetween, type CivilDay } from "./civil-day.ts";
import type { DayCount, DuePhrase } from "./vocabulary.ts";
import { workingDaysBetween, type Calendar, type UnitPath } from "./working-days.ts";

/** What to say about a deadline: the phrase is the key of a sentence, `days` of `count` fill it. */
export type DueWords = { readonly phrase: DuePhrase; readonly days: number; readonly count: DayCount };

/**
 * “còn 2 ngày làm việc”, “trả lời sớm 3 ngày so với hạn”, as data. `days` is never negative.
 * Said in the clock's own count; where no working day lies between (due Friday, today Sunday), in calendar days.
 */
export function dueWords(
  calendar: Calendar,
  clock: { readonly dueOn: CivilDay; readonly stoppedOn?: CivilDay | null },
  today: CivilDay,
  count: DayCount = "working_days",
  unit?: UnitPath,
): DueWords {
  const { dueOn } = clock;
  const stoppedOn = clock.stoppedOn ?? null;
  const at = stoppedOn ?? today;

  const working = Math.abs(workingDaysBetween(calendar, at, dueOn, unit));
  const calendarDays = Math.abs(daysBetween(at, dueOn));
  const said = count === "working_days" && working > 0 ? { days: working, count } : { days: calendarDays, count: "calendar_days" as const };

  if (at === dueOn) return { phrase: stoppedOn ? "answered_on_the_day" : "today", days: 0, count };
  if (at < dueOn) return { phrase: stoppedOn ? "answered_early" : "left", ...said };
  return { phrase: stoppedOn ? "answered_late" : "overdue", ...said };
}
