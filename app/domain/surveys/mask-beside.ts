import type { SheetCounts } from "./count-sheets.server.ts";
import { type CountsMask, maskCounts, type Place } from "./mask-counts.ts";
import { type Atom, tellsOfFew, type Told } from "./tells-of-few.ts";

type Cell = Pick<SheetCounts, "unitId" | "procedureId" | "mode" | "sheets" | "reached" | "levels">;

/**
 * A part of the sheets that some published figures hold and others do not. `isOut`: not in the counts at hand; `leftOutBefore`: the
 * earlier editions that left it out, the first being 1.
 */
export type Part = { counts: readonly Cell[]; isOut: boolean; leftOutBefore: readonly number[] };

/** What may be shown of a round parts of which were left out of some figures; `isSafe` is false where nothing may. */
export type BesideMask = CountsMask & { isSafe: boolean };

/**
 * What of a round may be shown beside figures that held other sheets. Everybody saw all sheets while the round was open; who
 * subtracts what is shown now from what was shown then, or in an earlier edition, learns of the sheets that were left out.
 *
 * Places that nobody of a part was at show what they showed before: nothing new. What is new is the whole round, and units that
 * a part touched. Procedures, units by procedure and ways of answering that were touched are hidden. Of the units as many are
 * shown as can be, those that lost most first, without anything about one to four people following from all that was ever
 * published (`tellsOfFew`); where the whole round alone would tell, nothing may be shown.
 */
export function maskBeside(counts: readonly Cell[], parts: readonly Part[]): BesideMask {
  const beside = parts.filter((part) => part.counts.length > 0);
  if (beside.length === 0) return { ...maskCounts(counts), isSafe: true };
  const edition = 1 + Math.max(0, ...beside.flatMap(({ leftOutBefore }) => leftOutBefore));
  const kept = addUp([counts, ...beside.filter(({ isOut }) => !isOut).map((part) => part.counts)], -1);
  const atoms = [
    { counts: kept, outOf: [] },
    ...beside.map((part) => ({ counts: part.counts, outOf: [...part.leftOutBefore, ...(part.isOut ? [edition] : [])] })),
  ];

  const all = maskCounts(sum(atoms));
  const masks: BesideMask[] = [];
  while (masks.length < edition) masks.push(maskEdition(all, atoms, masks));
  return masks.at(-1) ?? { ...all, isSafe: false };
}

/** The next edition after those that have these masks, by what could be told apart when it was made. */
function maskEdition(all: CountsMask, finest: readonly Atom[], earlier: readonly CountsMask[]): BesideMask {
  const edition = earlier.length + 1;
  const atoms = atomsBy(finest, edition);
  const touched = new Map<string, number>();
  const touchedPlaces = new Set<string>();
  for (const { unitId, procedureId, sheets } of atoms.filter(({ outOf }) => outOf.length > 0).flatMap((atom) => atom.counts)) {
    touched.set(unitId, (touched.get(unitId) ?? 0) + sheets);
    for (const place of [{ unitId }, { procedureId }, { unitId, procedureId }]) touchedPlaces.add(nameOf(place));
  }
  const isIn = ({ outOf }: Atom) => !outOf.includes(edition);
  const counted = new Set(atoms.filter(isIn).flatMap((atom) => atom.counts.filter(({ sheets }) => sheets > 0).map(({ unitId }) => unitId)));
  const maskWith = (shown: ReadonlySet<string>): CountsMask => ({
    showing: (place) => {
      const { unitId, procedureId } = place;
      const isUnit = procedureId === undefined && unitId !== undefined;
      const mayBe = !touchedPlaces.has(nameOf(place)) || (isUnit && shown.has(unitId));
      return mayBe ? all.showing(place) : "nothing";
    },
    modeIsShown: () => false,
  });

  const told: Told[] = [
    { mask: all, holds: () => true },
    ...earlier.map((mask, index): Told => ({ mask, holds: ({ outOf }) => !outOf.includes(index + 1) })),
  ];
  const isSafeWith = (units: Iterable<string>) => !tellsOfFew(atoms, [...told, { mask: maskWith(new Set(units)), holds: isIn }]);
  if (!isSafeWith([])) return { showing: () => "nothing", modeIsShown: () => false, isSafe: false };

  const candidates = [...touched.keys()]
    .filter((unitId) => counted.has(unitId) && all.showing({ unitId }) === "detail")
    .sort((a, b) => (touched.get(b) ?? 0) - (touched.get(a) ?? 0) || (a < b ? -1 : 1));
  return { ...maskWith(new Set(most(candidates, isSafeWith))), isSafe: true };
}

/** As many as may be together, the first ones first: all at once where that is safe, else half after half. */
function most<Item>(candidates: readonly Item[], isSafe: (chosen: readonly Item[]) => boolean, chosen: readonly Item[] = []): readonly Item[] {
  if (candidates.length === 0) return chosen;
  const together = [...chosen, ...candidates];
  if (isSafe(together)) return together;
  if (candidates.length === 1) return chosen;
  const half = Math.ceil(candidates.length / 2);
  return most(candidates.slice(half), isSafe, most(candidates.slice(0, half), isSafe, chosen));
}

/** The parts as far as the first editions told them apart. */
function atomsBy(atoms: readonly Atom[], editions: number): Atom[] {
  const groups = new Map<string, { counts: (readonly Cell[])[]; outOf: number[] }>();
  for (const { counts, outOf } of atoms) {
    const known = outOf.filter((edition) => edition <= editions).sort((a, b) => a - b);
    const before = groups.get(known.join(" "));
    groups.set(known.join(" "), { counts: [...(before?.counts ?? []), counts], outOf: known });
  }
  return [...groups.values()].map(({ counts, outOf }) => ({ counts: addUp(counts, 1), outOf }));
}

const sum = (atoms: readonly Atom[]): Cell[] =>
  addUp(
    atoms.map(({ counts }) => counts),
    1,
  );

/** Cells of the first list with those of the others added (1) or taken away (-1). */
function addUp(lists: readonly (readonly Cell[])[], sign: 1 | -1): Cell[] {
  const sums = new Map<string, Cell>();
  for (const [index, list] of lists.entries()) {
    const by = index === 0 ? 1 : sign;
    for (const cell of list) {
      const { unitId, procedureId, mode, sheets, reached, levels } = cell;
      const key = `${nameOf(cell)} ${mode}`;
      const before = sums.get(key);
      const plus = (value: number, at: number | undefined) => (at ?? 0) + by * value;
      sums.set(key, {
        unitId,
        procedureId,
        mode,
        sheets: plus(sheets, before?.sheets),
        reached: reached.map((n, at) => plus(n, before?.reached[at])),
        levels: levels.map(([one, two, three, four, five], at) => {
          const own = before?.levels[at];
          return [plus(one, own?.[0]), plus(two, own?.[1]), plus(three, own?.[2]), plus(four, own?.[3]), plus(five, own?.[4])] as const;
        }),
      });
    }
  }
  return [...sums.values()];
}

const nameOf = ({ unitId, procedureId }: Place): string => `${unitId} ${procedureId}`;
