/** What is added up over the sheets of a stratum; y counts the satisfied answers of a sheet, x its answers. */
export type SheetSums = {
  /** Sheets, also those without an answer here. */
  readonly n: number;
  /** Sheets with an answer here (x > 0). */
  readonly reached: number;
  readonly y: number;
  readonly x: number;
  readonly yy: number;
  readonly xy: number;
  readonly xx: number;
};

/** A part of the population that was drawn from by itself; `population` is N_h. */
export type Stratum<Key = string> = { readonly key: Key; readonly population: number; readonly sums: SheetSums };

export const noSums: SheetSums = { n: 0, reached: 0, y: 0, x: 0, yy: 0, xy: 0, xx: 0 };

/** The sums of one question: a sheet answered it or not, so squares and products are the counts themselves. */
export function sumsOfQuestion(sheets: number, answered: number, satisfied: number): SheetSums {
  return { n: sheets, reached: answered, y: satisfied, x: answered, yy: satisfied, xy: satisfied, xx: answered };
}

export function addSums(a: SheetSums, b: SheetSums): SheetSums {
  return {
    n: a.n + b.n,
    reached: a.reached + b.reached,
    y: a.y + b.y,
    x: a.x + b.x,
    yy: a.yy + b.yy,
    xy: a.xy + b.xy,
    xx: a.xx + b.xx,
  };
}

/**
 * Which strata are weighted together, as lists of places in `strata`: one that is not `safe` by itself is joined to the next of its
 * kin (else to the next at all) until all are. So a stratum in which nobody, or one, answered still stands for its
 * people, and no weight of its own gives away what a handful answered. The order decides, never the answers
 * (Cochran 5A.12: strata collapsed that way make the variance too large rather than too small).
 * @param kin strata of one kin are joined first. @param safe of the strata joined so far
 */
export function collapseStrata<Item>(strata: readonly Item[], kin: (item: Item) => string, safe: (joined: readonly Item[]) => boolean): number[][] {
  const itemsOf = (places: readonly number[]) => places.flatMap((place) => strata[place] ?? []);
  const isSafe = (places: readonly number[]) => safe(itemsOf(places));
  const kins = new Map<string, number[]>();
  for (const [place, item] of strata.entries()) kins.set(kin(item), [...(kins.get(kin(item)) ?? []), place]);
  const within = [...kins.values()].flatMap((places) =>
    joinUnsafe(
      places.map((place) => [place]),
      isSafe,
    ),
  );
  return joinUnsafe(within, isSafe).map((places) => places.sort((a, b) => a - b));
}

function joinUnsafe(groups: readonly number[][], isSafe: (places: readonly number[]) => boolean): number[][] {
  const joined = groups.map((places) => [...places]);
  for (;;) {
    const unsafe = joined.findIndex((places) => !isSafe(places));
    if (unsafe === -1 || joined.length < 2) return joined;
    const next = unsafe + 1 < joined.length ? unsafe + 1 : unsafe - 1;
    joined[next] = [...(joined[next] ?? []), ...(joined[unsafe] ?? [])];
    joined.splice(unsafe, 1);
  }
}
