import type { Questionnaire } from "./questionnaire-schema.ts";

/** Where a questionnaire does not say how long it takes, so many seconds for each of its questions. */
const secondsEach = 8;

/** About how many minutes a form takes: what it says of itself, else by the number of its questions; above seven, in fives. */
export function minutesOf({ minutes, questions }: Pick<Questionnaire, "minutes" | "questions">): number {
  if (minutes !== undefined) return minutes;
  const guess = Math.max(1, Math.round((questions.length * secondsEach) / 60));
  return guess > 7 ? Math.round(guess / 5) * 5 : guess;
}
