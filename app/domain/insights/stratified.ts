import { type Fraction, type Interval, wilsonOfShare } from "./estimators.ts";
import { type ConfidenceLevel, normalQuantile, studentQuantile } from "./quantiles.ts";
import type { Stratum } from "./strata.ts";

/** A share with what is known of its error. */
export type ShareEstimate = {
  /** 0–1. */
  readonly share: number;
  /** Of the share; 0 where everybody was asked. */
  readonly variance: number;
  /** Sheets with an answer. */
  readonly n: number;
  /** Answers of a simple random sample with as much error; Infinity where everybody was asked. */
  readonly effectiveN: number;
  /** Whole; 0 where everybody was asked. */
  readonly df: number;
};

/**
 * Share of satisfied answers in a population of strata, each drawn from by itself without replacement:
 * R = Σ (N_h/n_h)·y_h ÷ Σ (N_h/n_h)·x_h, the combined ratio estimate. The unit is the sheet: what one person answered
 * to several criteria goes together, and a criterion passed over is a domain, not a smaller stratum.
 *
 * Variance by linearisation: with z = (y − R·x)/X per sheet, Σ N_h²·(1 − n_h/N_h)·s²_zh/n_h, s² with n_h − 1
 * (Cochran, Sampling Techniques, 3rd ed., 1977, 6.11; Lohr, Sampling, 2nd ed., 2010, 4.5). Degrees of freedom: Σ (n_h − 1) over the strata that were
 * not asked whole (Korn & Graubard, Survey Methodology 24 (1998) 193–201). Sheets that did not come back count as if left
 * out at random within their stratum.
 *
 * Null where it cannot be estimated: nobody answered, or a stratum has people but fewer than two sheets (join it to
 * another first, `collapseStrata`). Throws RangeError where a stratum has more sheets than people.
 */
export function stratifiedRatio(strata: readonly Stratum<unknown>[]): ShareEstimate | null {
  const asked = strata.filter(({ population }) => population > 0);
  for (const { population, sums } of asked) {
    if (sums.n > population) throw new RangeError(`${sums.n} sheets cannot come from ${population} people`);
    if (sums.n === 0 || (sums.n < 2 && sums.n < population)) return null;
  }
  const total = (part: (stratum: Stratum<unknown>) => number) => asked.reduce((sum, stratum) => sum + part(stratum), 0);
  const answers = total(({ population, sums }) => (population / sums.n) * sums.x);
  if (answers === 0) return null;

  const share = Math.min(1, total(({ population, sums }) => (population / sums.n) * sums.y) / answers);
  const sampled = asked.filter(({ population, sums }) => sums.n < population);
  const variance = linearised(sampled, share, answers);
  const n = total(({ sums }) => sums.reached);
  const df = sampled.reduce((sum, { sums }) => sum + sums.n - 1, 0);
  return { share, variance, n, effectiveN: effectiveNumber(asked, share, variance), df };
}

/** Variance of Σ (y − share·x)/answers over the strata that were not asked whole. */
function linearised(sampled: readonly Stratum<unknown>[], share: number, answers: number): number {
  return sampled.reduce((sum, { population, sums }) => {
    const squares = sums.yy - 2 * share * sums.xy + share * share * sums.xx - (sums.y - share * sums.x) ** 2 / sums.n;
    // What the subtraction leaves of equal numbers is no variance.
    const spread = squares > (sums.yy + sums.xx) * 1e-13 ? squares / (sums.n - 1) : 0;
    return sum + (population ** 2 * (1 - sums.n / population) * spread) / sums.n / answers ** 2;
  }, 0);
}

/**
 * The combined ratio of several criteria where the sums of whole sheets are not kept, from the strata of each criterion. How
 * criteria go together is then unknown and the standard error is bounded from above: by the sum of those of each criterion's
 * part Σ (y_k − R·x_k)/X (Minkowski). It is reached where people answer all criteria alike.
 */
export function boundedRatio(criteria: readonly (readonly Stratum<unknown>[])[], n: number): ShareEstimate | null {
  const answered = criteria.filter((strata) => strata.some(({ sums }) => sums.x > 0));
  const estimates = answered.map(stratifiedRatio);
  const [first] = answered;
  if (!first || estimates.some((one) => one === null)) return null;
  const total = (part: (stratum: Stratum<unknown>) => number) =>
    answered.flat().reduce((sum, stratum) => sum + (stratum.sums.n > 0 ? (stratum.population / stratum.sums.n) * part(stratum) : 0), 0);

  const answers = total(({ sums }) => sums.x);
  const share = Math.min(1, total(({ sums }) => sums.y) / answers);
  const sampledOf = (strata: readonly Stratum<unknown>[]) => strata.filter(({ population, sums }) => sums.n > 0 && sums.n < population);
  const variance = answered.reduce((sum, strata) => sum + Math.sqrt(linearised(sampledOf(strata), share, answers)), 0) ** 2;
  const df = sampledOf(first).reduce((sum, { sums }) => sum + sums.n - 1, 0);
  const asked = first.filter(({ population }) => population > 0);
  const whole = asked.map((stratum) => ({
    ...stratum,
    sums: { ...stratum.sums, reached: (stratum.sums.n * n) / asked.reduce((sum, { sums }) => sum + sums.n, 0) },
  }));
  return { share, variance, n, df, effectiveN: effectiveNumber(whole, share, variance) };
}

/** The share alone, exactly: Σ N_h·y_h/n_h ÷ Σ N_h·x_h/n_h for whole numbers. Null where nobody answered. */
export function stratifiedShare(strata: readonly Stratum<unknown>[]): Fraction {
  const asked = strata.filter(({ sums }) => sums.n > 0);
  const common = asked.reduce((product, { sums }) => (product * BigInt(sums.n)) / gcd(product, BigInt(sums.n)), 1n);
  const total = (part: (stratum: Stratum<unknown>) => number) =>
    asked.reduce((sum, stratum) => sum + (BigInt(stratum.population) * BigInt(part(stratum)) * common) / BigInt(stratum.sums.n), 0n);
  const below = total(({ sums }) => sums.x);
  return below === 0n ? null : { above: total(({ sums }) => sums.y), below };
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/**
 * p(1 − p) ÷ variance. Where the answers differ in no stratum that says nothing, and the number is what the design alone
 * would give if all strata had the same share: 1 ÷ Σ W_h²(1 − n_h/N_h)/(n_h − 1), times the part of the sheets with an answer.
 */
function effectiveNumber(strata: readonly Stratum<unknown>[], share: number, variance: number): number {
  const people = strata.reduce((sum, { population }) => sum + population, 0);
  const design = strata.reduce(
    (sum, { population, sums }) => sum + (sums.n < population ? ((population / people) ** 2 * (1 - sums.n / population)) / (sums.n - 1) : 0),
    0,
  );
  if (design === 0) return Infinity;
  if (variance > 0) return (share * (1 - share)) / variance;
  const reached = strata.reduce((sum, { sums }) => sum + sums.reached, 0);
  return reached / strata.reduce((sum, { sums }) => sum + sums.n, 0) / design;
}

/**
 * Variant M: the plain mean of the shares of criteria, or of factors that are such means themselves. How they go together is not
 * kept, so the standard error is bounded from above by the mean of theirs (Cauchy–Schwarz); it is reached where everybody
 * answers all criteria alike. Null without any that can be estimated.
 */
export function meanOfShares(criteria: readonly (ShareEstimate | null)[], n: number): ShareEstimate | null {
  const known = criteria.filter((one) => one !== null);
  if (known.length === 0) return null;
  const mean = (part: (estimate: ShareEstimate) => number) => known.reduce((sum, one) => sum + part(one), 0) / known.length;

  const share = mean((one) => one.share);
  const variance = mean((one) => Math.sqrt(one.variance)) ** 2;
  const least = Math.min(...known.map((one) => one.effectiveN));
  return { share, variance, n, df: Math.min(...known.map((one) => one.df)), effectiveN: variance > 0 ? (share * (1 - share)) / variance : least };
}

/**
 * Wilson interval with the effective number in the place of n, made smaller by (z/t)² for the degrees of freedom as Korn
 * & Graubard (1998) do. It stays within 0–1, is not a point at 0 or 1, and is among the best for shares of
 * complex samples (Franco, Little, Louis & Slud, J. Survey Statistics and Methodology 7 (2019) 334–364).
 */
export function stratifiedInterval(estimate: ShareEstimate, confidence: ConfidenceLevel = 0.95): Interval {
  const { share, effectiveN, df } = estimate;
  if (effectiveN === Infinity) return { low: share, high: share };
  const shrink = (normalQuantile(confidence) / studentQuantile(confidence, df)) ** 2;
  return wilsonOfShare(share, effectiveN * shrink, confidence);
}
