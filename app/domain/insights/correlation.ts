/** How many gave each pair of levels: rows the first question's, columns the second's, level 1 first. */
export type CrossCounts = readonly (readonly number[])[];

/** Fewer pairs than this give no correlation. */
export const correlationFrom = 30;

/**
 * Spearman's rank correlation of two questions, −1 to 1, out of their table of counts. People on one level share
 * the mean of its ranks, and the coefficient is Pearson's of those ranks (M. G. Kendall, Rank Correlation Methods, 1948, 3).
 * Spearman and not Pearson, because the levels are ordered words whose steps nobody measured: the result does not
 * change when they are numbered differently. Null where fewer than 30 answered both, or all gave one the same answer.
 */
export function spearman(counts: CrossCounts): number | null {
  const width = Math.max(0, ...counts.map((row) => row.length));
  const rows = counts.map((row) => row.reduce((sum, n) => sum + n, 0));
  const columns = Array.from({ length: width }, (_, column) => counts.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const n = rows.reduce((sum, count) => sum + count, 0);
  if (n < correlationFrom) return null;

  const [across, down] = [centredRanks(rows, n), centredRanks(columns, n)];
  const product = counts.reduce(
    (sum, row, level) => sum + row.reduce((inner, count, other) => inner + count * (across[level] ?? 0) * (down[other] ?? 0), 0),
    0,
  );
  const spread = (ranks: readonly number[], marginal: readonly number[]) =>
    ranks.reduce((sum, rank, level) => sum + (marginal[level] ?? 0) * rank ** 2, 0);
  const scale = spread(across, rows) * spread(down, columns);
  return scale === 0 ? null : product / Math.sqrt(scale);
}

/** Twice the mean rank of each level less (n + 1): whole numbers, so that nothing is lost in the sums. */
function centredRanks(marginal: readonly number[], n: number): number[] {
  let before = 0;
  return marginal.map((count) => {
    const doubled = 2 * before + count - n;
    before += count;
    return doubled;
  });
}
