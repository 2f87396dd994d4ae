import type { DeadlineTone } from "#app/components/ui/deadline.tsx";
import type { DueWords } from "#app/domain/calendar/due-words.ts";
import type { ClockStep, DayCount } from "#app/domain/calendar/vocabulary.ts";
import type { i18nFor } from "#app/i18n/i18n.ts";

export type Text = ReturnType<typeof i18nFor>["t"];

/** “15 ngày làm việc”, “7 ngày”. */
export const daysInWords = (t: Text, days: number, count: DayCount): string =>
  t(count === "working_days" ? "feedback:clock.workingDays" : "feedback:clock.calendarDays", { count: days });

type Told = {
  step: ClockStep;
  state: "running" | "paused" | "stopped";
  outcome: "on_time" | "late" | "void" | null;
  words: DueWords;
};

/** How a clock stands, in words and tone: “còn 2 ngày làm việc”. Two days before the end it is `soon`. */
export function clockWords(t: Text, clock: Told): { words: string; tone: DeadlineTone } {
  if (clock.outcome === "void") return { words: t("feedback:clock.ended"), tone: "paused" };
  if (clock.state === "paused") return { words: t("feedback:clock.paused"), tone: "paused" };
  return dueInWords(t, clock.words, clock.step);
}

/** The same from the bare phrase. */
export function dueInWords(t: Text, { phrase, days, count }: DueWords, step: ClockStep = "answer"): { words: string; tone: DeadlineTone } {
  const filled = { days: daysInWords(t, days, count) };
  const answer = step === "answer";
  switch (phrase) {
    case "left":
      return { words: t("feedback:clock.left", filled), tone: days <= 2 ? "soon" : "calm" };
    case "today":
      return { words: t("feedback:clock.today"), tone: "soon" };
    case "overdue":
      return { words: t("feedback:clock.overdue", filled), tone: "late" };
    case "answered_early":
      return { words: t(answer ? "feedback:clock.answered_early" : "feedback:clock.done_early", filled), tone: "done" };
    case "answered_on_the_day":
      return { words: t(answer ? "feedback:clock.answered_on_the_day" : "feedback:clock.done_on_the_day"), tone: "done" };
    case "answered_late":
      return { words: t(answer ? "feedback:clock.answered_late" : "feedback:clock.done_late", filled), tone: "late" };
  }
}
