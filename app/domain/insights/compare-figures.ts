import { type ComparableShare, compareShares, differs } from "./comparison.ts";
import type { Figure } from "./figures.ts";
import { rankShares, type RankRange } from "./rank-shares.ts";
import { metrics } from "./metrics.ts";
import { visibilityOf } from "./suppression.ts";

/**
 * What may be said of two figures. `few`: one of them rests on fewer than 30 sheets; `unclear`: chance may explain the
 * difference. Points are percentage points with two decimals, null where a figure is hidden.
 */
export type FigureComparison = {
  readonly metric: "round_difference" | "group_difference";
  readonly version: number;
  readonly verdict: "higher" | "lower" | "unclear" | "few";
  readonly points: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly p: number | null;
};

/** The first figure less the second, out of what is published of both, so that every reader can do it again. */
export function compareFigures(figure: Figure, other: Figure, metric: FigureComparison["metric"] = "round_difference"): FigureComparison {
  const [a, b] = [comparable(figure), comparable(other)];
  const known = { metric, version: metrics[metric].version };
  if (!a || !b) return { ...known, verdict: "few", points: null, low: null, high: null, p: null };
  const comparison = compareShares(a, b);
  const verdict = !differs(comparison) ? "unclear" : comparison.difference > 0 ? "higher" : "lower";
  const points = (share: number) => Math.round(share * 10_000) / 100;
  return { ...known, verdict, points: points(comparison.difference), low: points(comparison.low), high: points(comparison.high), p: comparison.p };
}

/**
 * The places that figures of units may be given, in their order; null for those that must not be ranked: hidden ones and
 * those of fewer than 30 sheets. Null altogether where no two differ by more than chance: then there is no ranking.
 */
export function rankFigures(figures: readonly Figure[]): (RankRange | null)[] | null {
  const shares = figures.map(comparable);
  const known = shares.filter((share) => share !== null);
  const ranks = rankShares(known);
  if (ranks.every(({ best, worst }) => best === 1 && worst === known.length)) return null;
  let next = 0;
  return shares.map((share) => (share === null ? null : (ranks[next++] ?? null)));
}

function comparable({ value, n, low, high, effective }: Figure): ComparableShare | null {
  if (value === null || n === null || low === null || high === null || visibilityOf(n) !== "shown") return null;
  return { share: value / 100, low: low / 100, high: high / 100, n: effective === undefined ? n : (effective ?? Infinity) };
}
