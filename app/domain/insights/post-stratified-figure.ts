import { type Figure, plainFigure, toPercent } from "./figures.ts";
import { postStratified } from "./post-stratify.ts";

/**
 * The index of several units weighted by their transactions, out of what is published of each. Undefined where fewer than two
 * may be shown, where transactions of one are not known, or are fewer than its sheets.
 */
export function figureOfPostStrata(units: readonly { figure: Figure; population: number | null }[]): Figure | undefined {
  const shown = units.flatMap(({ figure: { value, n }, population }) =>
    value === null || n === null ? [] : [{ value, n, population: population ?? 0 }],
  );
  if (shown.length < 2 || shown.some(({ n, population }) => population < n)) return undefined;
  const estimate = postStratified(shown.map(({ value, n, population }) => ({ population, n, satisfied: (value / 100) * n })));
  if (!estimate) return undefined;
  // Half of the last digit of a double keeps a tie of hundredths a tie.
  return plainFigure("post_stratified_index", toPercent(estimate.share + Number.EPSILON), estimate.n);
}
