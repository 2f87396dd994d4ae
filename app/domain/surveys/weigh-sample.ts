import { answersIn } from "../insights/estimators.ts";
import { addSums, collapseStrata, noSums, type SheetSums, type Stratum } from "../insights/strata.ts";
import { hiddenBelow } from "../insights/vocabulary.ts";
import type { SheetCounts } from "./count-sheets.server.ts";
import type { CountsMask, Place } from "./mask-counts.ts";

/** A part of the list that people were drawn from; null: whichever procedure. */
export type SampleStratum = { unitId: string; procedureId: string | null; population: number };

/** How the sheets of a drawn sample are weighted: strata, joined where they must be. */
export type SampleWeights = {
  /** People on the list. */
  population: number;
  /** Strata people were drawn from, and how many weights are left of them. */
  strata: number;
  weights: number;
  /** The strata of a figure; `sumsOf` adds up what it counts of the sheets of each. */
  strataFor(cells: readonly SheetCounts[], sumsOf: (cell: SheetCounts) => SheetSums): Stratum<number>[];
  /** The same with weights joined until the sheets of each are `safe`: what is asked of few must not be told by their weight. */
  joined(safe: (cells: readonly SheetCounts[]) => boolean): SampleWeights;
};

const nameOf = ({ unitId, procedureId }: { unitId: string; procedureId: string | null }) => `${unitId} ${procedureId}`;

/**
 * The counts by stratum and no finer: a sample says something of the parts it was drawn from, and what is published
 * of smaller parts could be weighed against the whole to find out about a few. Undefined where a sheet belongs to none.
 */
export function countByStratum(counts: readonly SheetCounts[], strata: readonly SampleStratum[]): SheetCounts[] | undefined {
  const known = new Set(strata.map(nameOf));
  const cells = new Map<string, SheetCounts>();
  for (const cell of counts) {
    const procedureId = [cell.procedureId, null].find((id) => known.has(nameOf({ unitId: cell.unitId, procedureId: id })));
    if (procedureId === undefined) return undefined;
    const place = { ...cell, procedureId };
    const key = `${nameOf(place)} ${cell.mode}`;
    const before = cells.get(key);
    cells.set(key, before ? addCells(before, place) : place);
  }
  return [...cells.values()];
}

/**
 * One weight, N ÷ n, for each stratum. Strata whose figures are hidden share one weight, and so do neighbours of one unit until
 * every weight stands on five sheets or more and no criterion on one to four answers. So weighted and plain sums of what
 * is hidden say the same, and a stratum that hardly answered still stands for its people.
 * @param counts by stratum (`countByStratum`). @param mask what may be shown of them
 */
export function weighSample(counts: readonly SheetCounts[], strata: readonly SampleStratum[], mask: CountsMask): SampleWeights {
  const cellsOf = new Map<string, SheetCounts[]>();
  for (const cell of counts) cellsOf.set(nameOf(cell), [...(cellsOf.get(nameOf(cell)) ?? []), cell]);
  const listed = strata
    .map((stratum) => ({ stratum, cells: cellsOf.get(nameOf(stratum)) ?? [] }))
    .filter(({ stratum, cells }) => stratum.population > 0 || cells.length > 0);
  const isHidden = ({ stratum, cells }: (typeof listed)[number]) => cells.length > 0 && mask.showing(placeOf(stratum)) === "nothing";
  const hidden = listed.filter(isHidden);
  const items = [...listed.filter((one) => !isHidden(one)).map((one) => [one]), ...(hidden.length > 0 ? [hidden] : [])];
  const joined = collapseStrata(
    items,
    ([first]) => first?.stratum.unitId ?? "",
    (list) => isSafe(list.flat().flatMap(({ cells }) => cells)),
  ).map((places) => places.flatMap((place) => items[place] ?? []));

  return toWeights(
    counts,
    listed.length,
    joined.map((list) => list.map(({ stratum }) => stratum)),
  );
}

/** One weight for each list of strata. */
function toWeights(counts: readonly SheetCounts[], strata: number, lists: readonly (readonly SampleStratum[])[]): SampleWeights {
  const classes = lists.map((list) => {
    const names = new Set(list.map(nameOf));
    const cells = counts.filter((cell) => names.has(nameOf(cell)));
    const n = cells.reduce((sum, cell) => sum + cell.sheets, 0);
    const people = list.reduce((sum, { population }) => sum + population, 0);
    return { list, names, cells, n, population: Math.max(people, n) };
  });
  return {
    population: classes.reduce((sum, { population }) => sum + population, 0),
    strata,
    weights: classes.length,
    strataFor: (cells, sumsOf) =>
      classes.map(({ names, n, population }, key) => ({
        key,
        population,
        sums: {
          ...cells
            .filter((cell) => names.has(nameOf(cell)))
            .map(sumsOf)
            .reduce(addSums, noSums),
          n,
        },
      })),
    joined: (safe) => {
      const places = collapseStrata(
        classes,
        ({ list }) => list[0]?.unitId ?? "",
        (some) => safe(some.flatMap(({ cells }) => cells)),
      );
      return toWeights(
        counts,
        strata,
        places.map((some) => some.flatMap((place) => classes[place]?.list ?? [])),
      );
    },
  };
}

const placeOf = ({ unitId, procedureId }: SampleStratum): Place => ({ unitId, procedureId });

function isSafe(cells: readonly SheetCounts[]): boolean {
  const criteria = (cells[0]?.levels ?? []).map((_, place) => cells.reduce((sum, cell) => sum + answersIn(cell.levels[place] ?? [0, 0, 0, 0, 0]), 0));
  return cells.reduce((sum, cell) => sum + cell.sheets, 0) >= hiddenBelow && criteria.every((n) => n === 0 || n >= hiddenBelow);
}

function addCells(a: SheetCounts, b: SheetCounts): SheetCounts {
  const add = (one: readonly number[] = [], other: readonly number[] = []) => one.map((n, index) => n + (other[index] ?? 0));
  const addLevels = (one: SheetCounts["levels"][number], other: SheetCounts["levels"][number] = [0, 0, 0, 0, 0]) =>
    [one[0] + other[0], one[1] + other[1], one[2] + other[2], one[3] + other[3], one[4] + other[4]] as const;
  const { sums, profiles, choices, flags, ...counts } = a;
  return {
    ...counts,
    sheets: a.sheets + b.sheets,
    reached: add(a.reached, b.reached),
    levels: a.levels.map((levels, place) => addLevels(levels, b.levels[place])),
    ...(choices && b.choices ? { choices: choices.map((values, place) => [...values, ...(b.choices?.[place] ?? [])]) } : {}),
    ...(flags && b.flags ? { flags: add(flags, b.flags) } : {}),
    ...(sums && b.sums ? { sums: sums.map((one, index) => addSums(one, b.sums?.[index] ?? noSums)) } : {}),
    ...(profiles && b.profiles ? { profiles: [...profiles, ...b.profiles] } : {}),
  };
}
