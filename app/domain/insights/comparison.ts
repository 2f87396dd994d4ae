import type { Interval } from "./estimators.ts";
import { twoSidedP } from "./quantiles.ts";

/** A share (0–1) with its interval and the number of independent answers it is as good as. */
export type ComparableShare = { readonly share: number; readonly low: number; readonly high: number; readonly n: number };

export type Comparison = {
  /** First less second, −1 to 1. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
};

/** Differences are told as such when their two-sided p, after any correction, is below this. */
export const significantBelow = 0.05;

/**
 * Interval of a difference of two independent shares out of their own intervals: the hybrid score method, 10 in
 * R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, where both are Wilson intervals. With others it is the MOVER of
 * G. Zou & A. Donner, Statistics in Medicine 27 (2008) 1693–1702.
 */
export function newcombe(a: Omit<ComparableShare, "n">, b: Omit<ComparableShare, "n">): Interval {
  const difference = a.share - b.share;
  return {
    low: Math.max(-1, difference - Math.hypot(a.share - a.low, b.high - b.share)),
    high: Math.min(1, difference + Math.hypot(a.high - a.share, b.share - b.low)),
  };
}

/**
 * Two-sided p for two independent shares being the same: z = (a − b) ÷ √(p(1 − p)(1/n_a + 1/n_b)) with p of both together
 * (the square is Pearson's χ² of the 2 × 2 table, without continuity correction). 1 where both are 0 or both are 1.
 */
export function pooledP(a: Pick<ComparableShare, "share" | "n">, b: Pick<ComparableShare, "share" | "n">): number {
  const every = [a.n, b.n].includes(Infinity);
  const pooled = every ? (a.n === Infinity ? a.share : b.share) : (a.n * a.share + b.n * b.share) / (a.n + b.n);
  const variance = pooled * (1 - pooled) * (1 / a.n + 1 / b.n);
  if (a.share === b.share) return 1;
  return variance === 0 ? 0 : twoSidedP((a.share - b.share) / Math.sqrt(variance));
}

/** How two independent shares differ. */
export function compareShares(a: ComparableShare, b: ComparableShare): Comparison {
  return { difference: a.share - b.share, ...newcombe(a, b), p: pooledP(a, b) };
}

/** True where chance does not explain the difference: by the test and by the interval, so that words never contradict numbers. */
export function differs({ low, high, p }: Comparison, adjusted = p): boolean {
  return adjusted < significantBelow && (low > 0 || high < 0);
}

/**
 * p-values as they count when so many are looked at together: Holm's step-down, which keeps the chance of one false
 * difference or more at the level (S. Holm, Scandinavian J. Statistics 6 (1979) 65–70). In the order given, at most 1.
 */
export function holm(values: readonly number[]): number[] {
  const order = values.map((p, place) => ({ p, place })).sort((a, b) => a.p - b.p);
  const adjusted = values.map(() => 1);
  let most = 0;
  for (const [step, { p, place }] of order.entries()) {
    most = Math.max(most, Math.min(1, (values.length - step) * p));
    adjusted[place] = most;
  }
  return adjusted;
}
