import { done, refuse } from "../outcome.ts";
import type { SampleWish } from "./schemas.ts";
import type { ConfidenceLevel } from "./vocabulary.ts";

/** A stratum of the plan. `answers`: n_h that are wanted; `invited`: how many must be asked for them; `all`: everybody is. */
export type PlannedStratum<Stratum> = { stratum: Stratum; population: number; answers: number; invited: number; all: boolean };
export type SamplePlan<Stratum> = { population: number; answers: number; invited: number; strata: PlannedStratum<Stratum>[] };

/** Two-sided quantiles of the standard normal distribution. */
const quantiles: Readonly<Record<ConfidenceLevel, number>> = { 90: 1.6448536269514722, 95: 1.959963984540054, 99: 2.5758293035489004 };

/** Whole people are asked: rounded up, but not by an error of floating point. */
const upward = (value: number) => Math.ceil(value - 1e-9);

/**
 * Slovin: n = N / (1 + N e²), rounded up; N transactions, e the margin as a share. The rule of the ministry's guidance of
 * 2013: N 500 gives 223 with e = 5 %.
 */
export const slovin = (population: number, margin: number): number => upward(population / (1 + population * margin ** 2));

/**
 * Cochran (Sampling Techniques, 3rd ed., 4.4): n₀ = z² p (1 − p) / e², with the finite population correction
 * n = n₀ / (1 + (n₀ − 1) / N), rounded up.
 */
export function cochran(population: number, { margin, share, confidence }: { margin: number; share: number; confidence: ConfidenceLevel }): number {
  const infinite = (quantiles[confidence] ** 2 * share * (1 - share)) / margin ** 2;
  return Math.min(population, upward(infinite / (1 + (infinite - 1) / population)));
}

/** `total` divided as the weights are, by largest remainders; exact in integers, ties to the earlier one. */
export function allocateProportionally(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const parts = weights.map((weight, at) => ({ at, whole: Math.floor((total * weight) / sum), rest: (total * weight) % sum }));
  const left = total - parts.reduce((all, { whole }) => all + whole, 0);
  const next = new Set(
    parts
      .toSorted((a, b) => b.rest - a.rest || a.at - b.at)
      .slice(0, left)
      .map(({ at }) => at),
  );
  return parts.map(({ at, whole }) => whole + (next.has(at) ? 1 : 0));
}

/** `total` divided evenly, nobody getting more than there are; what a small one cannot take, the others share. */
export function allocateEqually(total: number, most: readonly number[]): number[] {
  const given = most.map(() => 0);
  for (
    let left = Math.min(
      total,
      most.reduce((all, one) => all + one, 0),
    );
    left > 0;
  ) {
    const open = most.flatMap((one, at) => ((given[at] ?? 0) < one ? [at] : []));
    const each = Math.max(1, Math.floor(left / open.length));
    for (const at of open) {
      const more = Math.min(each, left, (most[at] ?? 0) - (given[at] ?? 0));
      given[at] = (given[at] ?? 0) + more;
      left -= more;
    }
  }
  return given;
}

/**
 * How many answers are wanted of each stratum and how many people must be asked for them. Refuses `sample.list_empty`,
 * and `sample.list_too_small` where the list has fewer people than would have to be asked.
 */
export function planSample<Stratum>(wish: SampleWish, list: readonly { stratum: Stratum; population: number }[]) {
  const population = list.reduce((sum, one) => sum + one.population, 0);
  if (population === 0) return refuse("sample.list_empty");
  const [margin, share, responds] = [wish.margin / 100, wish.share / 100, wish.responseRate / 100];
  const wanted = wish.method === "slovin" ? slovin(population, margin) : cochran(population, { margin, share, confidence: wish.confidence });
  const needed = upward(wanted / responds);
  if (needed > population) return refuse("sample.list_too_small", { wanted, needed, population });

  const sizes = list.map((one) => one.population);
  const shares = wish.allocation === "equal" ? allocateEqually(wanted, sizes) : allocateProportionally(wanted, sizes);
  const strata = list.map(({ stratum, population: size }, at): PlannedStratum<Stratum> => {
    const answers = Math.min(size, Math.max(shares[at] ?? 0, wish.minimum));
    const invited = Math.min(size, upward(answers / responds));
    return { stratum, population: size, answers, invited, all: invited === size };
  });
  const sumOf = (what: "answers" | "invited") => strata.reduce((sum, one) => sum + one[what], 0);
  return done<SamplePlan<Stratum>>({ population, answers: sumOf("answers"), invited: sumOf("invited"), strata });
}
