import { type ComparableShare, compareShares, differs, holm } from "./comparison.ts";

/** Which places may be told of one share among others: 1 is the highest. A tie is a range. */
export type RankRange = { readonly best: number; readonly worst: number };

/**
 * The places that the data allow. Every two shares are compared and the p-values corrected together (Holm); one stands
 * at best below all that are clearly higher, at worst above all that are clearly lower. All ranges hold together
 * with 95 % (M. Mogstad, J. Romano, A. Shaikh & D. Wilhelm, Review of Economic Studies 91 (2024) 476–518). Where no two differ,
 * every range is the whole list and there is nothing to rank: the caller says so in words.
 */
export function rankShares(shares: readonly ComparableShare[]): RankRange[] {
  const pairs = shares.flatMap((a, first) =>
    shares.slice(first + 1).map((b, offset) => ({ first, second: first + 1 + offset, comparison: compareShares(a, b) })),
  );
  const adjusted = holm(pairs.map(({ comparison }) => comparison.p));
  const above = shares.map(() => 0);
  const below = shares.map(() => 0);
  for (const [place, { first, second, comparison }] of pairs.entries()) {
    if (!differs(comparison, adjusted[place])) continue;
    const [higher, lower] = comparison.difference > 0 ? [first, second] : [second, first];
    above[lower] = (above[lower] ?? 0) + 1;
    below[higher] = (below[higher] ?? 0) + 1;
  }
  return shares.map((_, place) => ({ best: 1 + (above[place] ?? 0), worst: shares.length - (below[place] ?? 0) }));
}
