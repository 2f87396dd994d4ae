import { answersIn } from "../insights/estimators.ts";
import { type CountsMask, maskCounts, type Place } from "./mask-counts.ts";
import type { SheetCounts } from "./count-sheets.server.ts";
import { excludedAtLeast } from "./vocabulary.ts";

type Cell = Pick<SheetCounts, "unitId" | "procedureId" | "mode" | "sheets" | "reached" | "levels">;

/** A part of the sheets that some published figures hold and others do not; `isOut`: not in the counts at hand. */
export type Part = { counts: readonly Cell[]; isOut: boolean };

/** What may be shown of a round parts of which were left out of some figures; `isSafe` is false where nothing may. */
export type BesideMask = CountsMask & { isSafe: boolean };

/**
 * What of a round may be shown beside figures that held other sheets. Everybody saw all sheets while the round was open; who
 * subtracts what is shown now from what was shown then learns of the sheets that were left out.
 *
 * Places that nobody of a part was at show what they showed before: nothing new. What is new is the whole round, and units that
 * a part touched; each says how many of the part it had. Procedures, units by procedure and ways of answering that were
 * touched are hidden. Call *mixed* the procedures of a unit where some of the part were and others stayed. In any sum of shown
 * figures the mixed procedures of a shown unit come all together or not at all, so nothing of one to four people follows
 * when the part has five sheets or more there, and five or more stayed; likewise for all units together that are not shown
 * (units are hidden until that holds). A unit that was left out whole tells no more than it did before. The same is asked for each
 * question and, because shown ways of answering cut the same sheets another way, for each of them.
 */
export function maskBeside(counts: readonly Cell[], parts: readonly Part[]): BesideMask {
  const beside = parts.filter((part) => part.counts.length > 0);
  if (beside.length === 0) return { ...maskCounts(counts), isSafe: true };
  const all = addUp([counts, ...beside.filter(({ isOut }) => isOut).map((part) => part.counts)], 1);
  const kept = addUp([all, ...beside.map((part) => part.counts)], -1);
  const before = maskCounts(all);

  const touched = [...new Set(beside.flatMap((part) => part.counts.map(({ unitId }) => unitId)))];
  const isKnownWhole = (unitId: string) =>
    before.showing({ unitId }) === "detail" && kept.every((cell) => cell.unitId !== unitId || cell.sheets === 0);
  const isSafeFor = (units: readonly string[]) =>
    beside.every((part) => isSafePart(part.counts.filter(inUnits(units)), kept.filter(inUnits(units)), before));
  const open = touched.filter((unitId) => !isKnownWhole(unitId));
  const shown = new Set(open.filter((unitId) => before.showing({ unitId }) === "detail" && isSafeFor([unitId])));
  const rest = () => open.filter((unitId) => !shown.has(unitId));
  const sizeOf = (unitId: string) => beside.reduce((sum, part) => sum + sheetsIn(part.counts.filter(inUnits([unitId]))), 0);
  while (!isSafeFor(rest()) && shown.size > 0) {
    const [smallest = ""] = [...shown].sort((a, b) => sizeOf(a) - sizeOf(b) || (a < b ? -1 : 1));
    shown.delete(smallest);
  }
  const isSafe = isSafeFor(rest()) && beside.every((part) => leavesModesWhole(part.counts, kept, before));

  return {
    isSafe,
    showing: (place) => {
      if (!isSafe) return "nothing";
      const isTouched = beside.some((part) => part.counts.some(isIn(place)));
      const isWhole = place.unitId === undefined && place.procedureId === undefined;
      const mayBe = isWhole || !isTouched || (place.procedureId === undefined && place.unitId !== undefined && shown.has(place.unitId));
      return mayBe ? before.showing(place) : "nothing";
    },
    modeIsShown: () => false,
  };
}

type Count = (cell: Cell) => number;

/** Sheets, sheets with an answer in each group of criteria, answers to each criterion. */
function layersOf([first]: readonly Cell[]): Count[] {
  return [
    (cell) => cell.sheets,
    ...(first?.reached ?? []).map(
      (_, index): Count =>
        (cell) =>
          cell.reached[index] ?? 0,
    ),
    ...(first?.levels ?? []).map(
      (_, index): Count =>
        (cell) =>
          answersIn(cell.levels[index] ?? [0, 0, 0, 0, 0]),
    ),
  ];
}

/** Whether figures of these units may be shown with and without a part, both given for these units only. */
function isSafePart(part: readonly Cell[], kept: readonly Cell[], before: CountsMask): boolean {
  const wayOf = waysShownBy(before);
  const ways = new Set(kept.map(wayOf));
  return layersOf(part).every((count) => {
    const left = totalsBy(part, count, placeOf);
    if (left.size === 0) return true;
    const stayed = totalsBy(kept, count, placeOf);
    const mixed = new Set([...left.keys()].filter((place) => stayed.has(place)));
    const inMixed = (cell: Cell) => mixed.has(placeOf(cell));
    const enough = (cells: readonly Cell[]) => cells.filter(inMixed).reduce((sum, cell) => sum + count(cell), 0);
    const ofWay = (way: string) => enough(kept.filter((cell) => wayOf(cell) === way));
    return enough(part) >= excludedAtLeast && enough(kept) >= excludedAtLeast && [...ways].every((way) => !isFew(ofWay(way)));
  });
}

/**
 * Of each way of answering that a part holds it must hold five or more, and leave none or five or more. Where all of a place that
 * answered one way stayed and the others went (the broken kiosk of a desk), what stayed is known to be of that way: then
 * none or five and more of it must be elsewhere, for the whole of a shown way is known too.
 */
function leavesModesWhole(part: readonly Cell[], kept: readonly Cell[], before: CountsMask): boolean {
  const wayOf = waysShownBy(before);
  return layersOf(part).every((count) => {
    const left = totalsBy(part, count, wayOf);
    const stayed = totalsBy(kept, count, wayOf);
    const leftAt = totalsBy(part, count, placeOf);
    const told = totalsBy(
      kept.filter((cell) => leftAt.has(placeOf(cell))),
      count,
      wayOf,
    );
    return (
      [...left].every(([way, n]) => !isFew(n) && !isFew(stayed.get(way) ?? 0)) && [...told].every(([way, n]) => !isFew((stayed.get(way) ?? 0) - n))
    );
  });
}

/** Ways of answering as they can be told apart: each that was shown, and the others together. */
const waysShownBy =
  (before: CountsMask) =>
  (cell: Cell): string =>
    before.modeIsShown(cell.mode) ? cell.mode : "";

function totalsBy(cells: readonly Cell[], count: Count, keyOf: (cell: Cell) => string): Map<string, number> {
  const totals = new Map<string, number>();
  for (const cell of cells) if (count(cell) > 0) totals.set(keyOf(cell), (totals.get(keyOf(cell)) ?? 0) + count(cell));
  return totals;
}

/** Cells of the first list with those of the others added (1) or taken away (-1). */
function addUp(lists: readonly (readonly Cell[])[], sign: 1 | -1): Cell[] {
  const sums = new Map<string, Cell>();
  for (const [index, list] of lists.entries()) {
    const by = index === 0 ? 1 : sign;
    for (const cell of list) {
      const { unitId, procedureId, mode, sheets, reached, levels } = cell;
      const key = `${placeOf(cell)} ${mode}`;
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

const placeOf = ({ unitId, procedureId }: Cell): string => `${unitId} ${procedureId}`;
const inUnits = (units: readonly string[]) => (cell: Cell) => units.includes(cell.unitId);
const sheetsIn = (cells: readonly Cell[]): number => cells.reduce((sum, { sheets }) => sum + sheets, 0);
const isFew = (n: number): boolean => n > 0 && n < excludedAtLeast;

const isIn =
  ({ unitId, procedureId }: Place) =>
  (cell: Cell) =>
    (unitId === undefined || cell.unitId === unitId) && (procedureId === undefined || cell.procedureId === procedureId);
