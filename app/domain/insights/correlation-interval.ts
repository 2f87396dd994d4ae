import type { CrossCounts } from "./correlation.ts";
import type { Interval } from "./estimators.ts";
import { type ConfidenceLevel, normalQuantile } from "./quantiles.ts";

/**
 * Large-sample variance of Spearman's coefficient out of the table it was made of, ties and all: the delta method for a
 * multinomial sample (M. B. Brown & J. K. Benedetti, J. American Statistical Association 72 (1977) 309–315). With p_kl the share of
 * cell (k, l), Σ p_kl·f_kl² ÷ n, f being what one more person in that cell would add to the coefficient. Formulas made for
 * scales without ties (Fieller, Hartley & Pearson; Bonett & Wright) do not hold where nine in ten stand on two levels.
 * @param rho what `spearman` gives for the same counts
 */
export function spearmanVariance(counts: CrossCounts, rho: number): number {
  const width = Math.max(0, ...counts.map((row) => row.length));
  const n = counts.flat().reduce((sum, count) => sum + count, 0);
  const shares = counts.map((row) => Array.from({ length: width }, (_, column) => (row[column] ?? 0) / n));
  const turned = Array.from({ length: width }, (_, column) => shares.map((row) => row[column] ?? 0));
  const [across, down] = [ranked(shares), ranked(turned)];
  const product = shares.reduce((sum, row, k) => sum + row.reduce((inner, p, l) => inner + p * across.at(k) * down.at(l), 0), 0);
  const scale = Math.sqrt(across.spread * down.spread);

  // How the other question's ranks stand to those above and below a level.
  const leans = (table: readonly (readonly number[])[], other: Ranked) =>
    table.map((_, k) => table.reduce((sum, row, i) => sum + Math.sign(i - k) * row.reduce((inner, p, j) => inner + p * other.at(j), 0), 0));
  const [leansAcross, leansDown] = [leans(shares, down), leans(turned, across)];

  const squares = shares.reduce(
    (sum, row, k) =>
      sum +
      row.reduce((inner, p, l) => {
        const together = across.at(k) * down.at(l) - 3 * product + (leansAcross[k] ?? 0) + (leansDown[l] ?? 0);
        const alone = across.moves(k) / across.spread + down.moves(l) / down.spread;
        return inner + p * (together / scale - (rho * alone) / 2) ** 2;
      }, 0),
    0,
  );
  return squares / n;
}

/**
 * Interval of Spearman's coefficient by Fisher's z, whose variance is that of the coefficient ÷ (1 − ρ²)²; it stays
 * within −1 to 1. Null where the coefficient is −1 or 1: then nothing varies that an interval could rest on.
 */
export function spearmanInterval(counts: CrossCounts, rho: number, confidence: ConfidenceLevel = 0.95): Interval | null {
  if (1 - rho * rho < 1e-12) return null;
  const half = (normalQuantile(confidence) * Math.sqrt(spearmanVariance(counts, rho))) / (1 - rho * rho);
  const z = Math.atanh(rho);
  return { low: Math.tanh(z - half), high: Math.tanh(z + half) };
}

type Ranked = {
  /** Mean rank of a level, from −1 to 1 with mean 0. */
  at(level: number): number;
  /** Variance of the ranks, and what one more person on a level adds to it. */
  spread: number;
  moves(level: number): number;
};

function ranked(table: readonly (readonly number[])[]): Ranked {
  const shares = table.map((row) => row.reduce((sum, p) => sum + p, 0));
  let before = 0;
  const ranks = shares.map((p) => {
    const rank = 2 * before + p - 1;
    before += p;
    return rank;
  });
  const at = (level: number) => ranks[level] ?? 0;
  const spread = shares.reduce((sum, p, level) => sum + p * at(level) ** 2, 0);
  return {
    at,
    spread,
    moves: (level) => at(level) ** 2 - 3 * spread + 2 * shares.reduce((sum, p, i) => sum + p * at(i) * Math.sign(i - level), 0),
  };
}
