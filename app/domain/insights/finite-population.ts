import { type Interval, wilsonOfShare } from "./estimators.ts";
import type { ConfidenceLevel } from "./quantiles.ts";

/**
 * How many answers drawn with replacement would be as good as `n` drawn without from `population`:
 * n·(N − 1)/(N − n). With it p(1 − p)/n is exactly the variance P(1 − P)/n · (N − n)/(N − 1) of a simple random sample
 * (Cochran, Sampling Techniques, 3rd ed., 1977, theorem 3.2). Infinite when everybody was asked.
 * @param n may be a part of a number, where it is an effective one. Throws RangeError unless 0 < n ≤ population.
 */
export function finiteEffectiveN(n: number, population: number): number {
  if (!(n > 0) || n > population) throw new RangeError(`${n} cannot be drawn from ${population}`);
  return n === population ? Infinity : (n * (population - 1)) / (population - n);
}

/**
 * Wilson score interval of a share among `n` of `population` drawn without replacement: the plain interval with n·(N − 1)/(N − n)
 * in the place of n, which solves |p − π| ≤ z·√(π(1 − π)/n · (N − n)/(N − 1)) for π. Where everybody was asked it is the
 * point itself.
 */
export function wilsonFinite(share: number, n: number, population: number, confidence: ConfidenceLevel = 0.95): Interval {
  const effective = finiteEffectiveN(n, population);
  return effective === Infinity ? { low: share, high: share } : wilsonOfShare(share, effective, confidence);
}
