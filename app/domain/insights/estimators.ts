import { type ConfidenceLevel, normalQuantile } from "./quantiles.ts";

/** Answers per level, 1 very dissatisfied … 5 very satisfied. Blanks are in none of them. */
export type LevelCounts = readonly [number, number, number, number, number];

/** Both ends as shares, 0–1. */
export type Interval = { readonly low: number; readonly high: number };

/**
 * numerator ÷ denominator, rounded half up to `decimals`, computed in whole numbers so that 0.125 and 1.005 round as
 * on paper. Throws RangeError for a denominator that is not positive or arguments that are not whole.
 */
export function roundHalfUp(numerator: number | bigint, denominator: number | bigint, decimals = 2): number {
  const above = BigInt(numerator);
  const below = BigInt(denominator);
  if (below <= 0n) throw new RangeError("A share needs a positive base");
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 12) throw new RangeError("0 to 12 decimals");

  const scale = 10n ** BigInt(decimals);
  const doubled = 2n * above * scale + below;
  const quotient = doubled / (2n * below);
  const floored = doubled < 0n && doubled % (2n * below) !== 0n ? quotient - 1n : quotient;
  return Number(floored) / Number(scale);
}

/** How many answered. */
export function answersIn(counts: LevelCounts): number {
  return counts.reduce<number>((sum, count) => sum + checked(count), 0);
}

/** 100 × (n4 + n5) ÷ n, two decimals; null when nobody answered. */
export function satisfactionIndex(counts: LevelCounts): number | null {
  return percent(counts[3] + counts[4], answersIn(counts));
}

/** 100 × (n1 + n2) ÷ n, two decimals; null when nobody answered. */
export function dissatisfaction(counts: LevelCounts): number | null {
  return percent(counts[0] + counts[1], answersIn(counts));
}

/** Mean of the levels, 1–5, two decimals. Never called an index. Null when nobody answered. */
export function meanScore(counts: LevelCounts): number | null {
  const n = answersIn(counts);
  const points = counts.reduce<number>((sum, count, level) => sum + count * (level + 1), 0);
  return n === 0 ? null : roundHalfUp(points, n);
}

/** Variant P: 100 × Σ(n4 + n5) ÷ Σn over the criteria, two decimals; null when nobody answered any of them. */
export function pooledIndex(criteria: readonly LevelCounts[]): number | null {
  return rounded(pooledShare(criteria, satisfied));
}

/** Variant M: plain mean of the criteria's unrounded indices, rounded once; criteria without answers are left out. */
export function meanIndex(criteria: readonly LevelCounts[]): number | null {
  return rounded(meanShare(criteria, satisfied));
}

/** An exact share as a fraction of whole numbers; null when there is no base. */
export type Fraction = { readonly above: bigint; readonly below: bigint } | null;

export const satisfied = (counts: LevelCounts): number => counts[3] + counts[4];
export const dissatisfied = (counts: LevelCounts): number => counts[0] + counts[1];

export function pooledShare(criteria: readonly LevelCounts[], part: (counts: LevelCounts) => number): Fraction {
  const below = criteria.reduce((sum, counts) => sum + answersIn(counts), 0);
  if (below === 0) return null;
  return { above: BigInt(criteria.reduce((sum, counts) => sum + part(counts), 0)), below: BigInt(below) };
}

/** Plain mean of the criteria's shares; criteria without answers are left out. */
function meanShare(criteria: readonly LevelCounts[], part: (counts: LevelCounts) => number): Fraction {
  return meanOf(criteria.map((counts) => pooledShare([counts], part)));
}

/** Plain mean of the factors' shares, each the plain mean of its criteria's; factors without answers are left out. */
export function meanOfFactors(factors: readonly (readonly LevelCounts[])[], part: (counts: LevelCounts) => number): Fraction {
  return meanOf(factors.map((criteria) => meanShare(criteria, part)));
}

function meanOf(shares: readonly Fraction[]): Fraction {
  const known = shares.filter((share) => share !== null);
  if (known.length === 0) return null;
  let sum = { above: 0n, below: 1n };
  for (const { above, below } of known) sum = reduced(sum.above * below + above * sum.below, sum.below * below);
  return reduced(sum.above, sum.below * BigInt(known.length));
}

/** A share as a percentage with two decimals, half up. */
export function rounded(share: Fraction): number | null {
  return share ? roundHalfUp(100n * share.above, share.below) : null;
}

/**
 * Wilson score interval without continuity correction for `k` of `n`; null when n is 0.
 * E. B. Wilson, JASA 22 (1927) 209–212; method 3 in R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872.
 */
export function wilson(k: number, n: number, confidence: ConfidenceLevel = 0.95): Interval | null {
  if (checked(k) > checked(n)) throw new RangeError(`${k} of ${n} is not a share`);
  return n === 0 ? null : wilsonOfShare(k / n, n, confidence);
}

/** The same for a share (0–1) that is not k of n itself, such as a pooled index of `n` sheets. `n` must be positive. */
export function wilsonOfShare(share: number, n: number, confidence: ConfidenceLevel = 0.95): Interval {
  const z = normalQuantile(confidence);
  if (!(share >= 0 && share <= 1)) throw new RangeError(`${share} is not a share`);
  if (!(n > 0)) throw new RangeError("An interval needs at least one answer");

  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const centre = share + (z * z) / (2 * n);
  const scale = 1 + (z * z) / n;
  return {
    low: share === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: share === 1 ? 1 : Math.min(1, (centre + spread) / scale),
  };
}

function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : roundHalfUp(100 * part, whole);
}

function reduced(above: bigint, below: bigint): { above: bigint; below: bigint } {
  let [a, b] = [above, below];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? { above, below } : { above: above / a, below: below / a };
}

function checked(count: number): number {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${count} is not a number of answers`);
  return count;
}
