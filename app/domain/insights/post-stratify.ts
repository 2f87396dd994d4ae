import type { ShareEstimate } from "./stratified.ts";

/** Answers of the people of one kind, of whom the population has `population`. */
export type PostStratum = { readonly population: number; readonly n: number; readonly satisfied: number };

/**
 * Share of satisfied people when a simple random sample is weighted to known numbers of each kind of people:
 * Σ W_g·p_g with W_g = N_g/N. Variance as Cochran 5A.9 gives it, for a sample whose kinds fell as they did:
 * (1 − f)/n·Σ W_g·s²_g + 1/n²·Σ (1 − W_g)·s²_g, with s²_g = n_g·p_g(1 − p_g)/(n_g − 1).
 *
 * Null where a kind that the population has gave fewer than two answers: put kinds together first. A kind that the
 * population has not cannot have answered: RangeError, as for more answers than people.
 */
export function postStratified(kinds: readonly PostStratum[]): ShareEstimate | null {
  for (const { population, n, satisfied } of kinds) {
    if (n > population || satisfied > n || satisfied < 0) throw new RangeError(`${satisfied} of ${n} of ${population} is not a share`);
  }
  const known = kinds.filter(({ population }) => population > 0);
  const people = known.reduce((sum, kind) => sum + kind.population, 0);
  const n = known.reduce((sum, kind) => sum + kind.n, 0);
  if (n === 0 || known.some((kind) => kind.n < 2 && kind.n < kind.population)) return null;

  const parts = known.map((kind) => {
    const share = kind.satisfied / kind.n;
    return { weight: kind.population / people, share, spread: kind.n > 1 ? (kind.n * share * (1 - share)) / (kind.n - 1) : 0 };
  });
  const share = parts.reduce((sum, part) => sum + part.weight * part.share, 0);
  if (n === people) return { share, variance: 0, n, effectiveN: Infinity, df: 0 };

  const within = ((1 - n / people) / n) * parts.reduce((sum, { weight, spread }) => sum + weight * spread, 0);
  const between = parts.reduce((sum, { weight, spread }) => sum + (1 - weight) * spread, 0) / n ** 2;
  const variance = within + between;
  return { share, variance, n, effectiveN: variance > 0 ? (share * (1 - share)) / variance : n, df: n - known.length };
}
