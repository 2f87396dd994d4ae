import { correlationFrom, type CrossCounts, spearman } from "./correlation.ts";
import { spearmanInterval } from "./correlation-interval.ts";
import { type Figure, plainFigure, suppressedFigure } from "./figures.ts";
import { hiddenBelow } from "./vocabulary.ts";

/**
 * How two questions go together, with two decimals. Without a value where fewer than 30 answered both. Hidden where, at either
 * question, fewer than five stand on another level than most do: the coefficient would then tell what those few answered to both.
 * @param counts people on each pair of levels
 */
export function figureOfCorrelation(counts: CrossCounts): Figure {
  const rows = counts.map(sumOf);
  const columns = (counts[0] ?? []).map((_, column) => sumOf(counts.map((row) => row[column] ?? 0)));
  const n = sumOf(rows);
  if (n < hiddenBelow) return suppressedFigure("importance");
  if (n < correlationFrom) return plainFigure("importance", null, n);

  const beside = (marginal: readonly number[]) => n - Math.max(...marginal);
  if ([rows, columns].some((marginal) => beside(marginal) > 0 && beside(marginal) < hiddenBelow)) return suppressedFigure("importance");
  const rho = spearman(counts);
  if (rho === null) return plainFigure("importance", null, n);
  const interval = spearmanInterval(counts, rho);
  const figure = plainFigure("importance", twoDecimals(rho), n);
  return interval ? { ...figure, low: twoDecimals(interval.low), high: twoDecimals(interval.high), method: "spearman_delta" } : figure;
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Half away from nought, and never −0. */
const twoDecimals = (value: number): number => (Math.sign(value) * Math.round(Math.abs(value) * 100)) / 100 || 0;
