import type { ReadSheet } from "./read-sheet.ts";
import { bitOfFlag, flagRules } from "./vocabulary.ts";

/**
 * What is odd about a sheet, as the bits of `sheets.flags`. A flagged sheet is counted like any other; how many there are
 * is told beside the figures.
 * @param seen.secondsTaken null where it was not measured
 */
export function flagsOf(
  { answers, choices }: Pick<ReadSheet, "answers" | "choices">,
  seen: { secondsTaken: number | null; sameDevice: boolean },
): number {
  const given = answers.filter((value) => value > 0).length + choices.filter((value) => value > 0).length;
  const levels = answers.filter((value) => value >= 1 && value <= 5);
  const isFast = seen.secondsTaken !== null && seen.secondsTaken < flagRules.secondsPerAnswer * given;
  const isStraight = levels.length >= flagRules.answersOnOneLevel && new Set(levels).size === 1;
  return (isFast ? bitOfFlag.speeder : 0) | (isStraight ? bitOfFlag.straight_lining : 0) | (seen.sameDevice ? bitOfFlag.same_device_day : 0);
}
