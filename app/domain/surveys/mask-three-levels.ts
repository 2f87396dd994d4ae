import { suppressTwoWay, type TwoWayMask } from "../insights/suppression.ts";
import { hiddenBelow } from "../insights/vocabulary.ts";
import { joinMasks } from "./mask-counts.ts";
import type { SheetLayout } from "./sheet-layout.ts";

/** How many chose each level: dissatisfied, satisfied, very satisfied. */
export type Levels = readonly [number, number, number];

/** Slips of a round at one unit in one quarter (`2026-Q3`). */
export type QuarterLevels = { readonly unitId: string; readonly quarter: string; readonly levels: Levels };

/** What of one round's slips may stand in figures by unit and quarter, and whether its own page may show them as a whole. */
export type ThreeLevelMask = {
  /** Also true where nobody answered: there is nothing to hide. */
  unitIsShown(unitId: string, quarter: string): boolean;
  quarterIsShown(quarter: string): boolean;
  wholeIsShown: boolean;
};

/**
 * Place in `sheets.choices` of the question about the whole, or of the one with this code, in a form of three-level slips; -1 in
 * other forms. A form with five-level questions shows its sheets by unit on its own page, so it is none.
 */
export function threeLevelPlace({ scale, choices }: Pick<SheetLayout, "scale" | "choices">, question?: string): number {
  if (scale.length > 0) return -1;
  return choices.findIndex(({ kind, code, part }) => kind === "scale3" && (question === undefined ? part === "overall" : code === question));
}

/**
 * What of a round's three-level slips may be shown by unit and quarter, so that nothing about one to four people follows: not from
 * these figures, not together with the round's own page, not together with what was shown before sheets were left out.
 *
 * Units and quarters of one round are one table with all its totals, masked for each level (`suppressTwoWay`), and shown whole or
 * not at all. A page adds up rounds: it shows a sum only where each round's part of it is shown here. Then whatever follows
 * from all pages follows, round by round, from what this mask shows of each, for no sheet is in two rounds.
 *
 * @param received all slips of the round, as they were shown while it took answers
 * @param setAside those that some of its editions left out, in as many parts as can be told apart by subtraction
 */
export function maskThreeLevels(received: readonly QuarterLevels[], setAside: readonly (readonly QuarterLevels[])[] = []): ThreeLevelMask {
  const before = maskReceived(received);
  const parts = setAside.map((part) => part.filter(({ levels }) => answered(levels) > 0)).filter((part) => part.length > 0);
  return parts.length === 0 ? before : maskBesideReceived(before, received, parts);
}

export const answered = ([low, middle, high]: Levels): number => low + middle + high;

const eachLevel = [0, 1, 2] as const;
const isFew = (n: number): boolean => n > 0 && n < hiddenBelow;

function maskReceived(cells: readonly QuarterLevels[]): ThreeLevelMask {
  const units = [...new Set(cells.map(({ unitId }) => unitId))];
  const quarters = [...new Set(cells.map(({ quarter }) => quarter))];
  const at = byPlace(cells);
  const tableOf = (count: (levels: Levels) => number) => units.map((unitId) => quarters.map((quarter) => count(at(unitId, quarter))));
  let shut: TwoWayMask = suppressTwoWay(tableOf(answered));
  for (const level of eachLevel) {
    const table = tableOf((levels) => levels[level]);
    shut = joinMasks(shut, suppressTwoWay(table, shut), table);
  }
  const whole = sumOf(cells);
  // The round's page shows its total by a rule of its own: then no mask that would hide the total holds.
  const wholeIsTold = answered(whole) >= hiddenBelow && !whole.some(isFew);
  const nothing = shut.total && wholeIsTold;
  return {
    unitIsShown: (unitId, quarter) =>
      answered(at(unitId, quarter)) === 0 || (!nothing && shut.hidden[units.indexOf(unitId)]?.[quarters.indexOf(quarter)] === false),
    quarterIsShown: (quarter) => !quarters.includes(quarter) || (!nothing && shut.columnTotals[quarters.indexOf(quarter)] === false),
    wholeIsShown: true,
  };
}

/**
 * The same after sheets were left out: whoever saw all of them subtracts. Where none were left out the figures are those of before. A
 * unit's quarter that was shown is shown again where on every level none, or five and more, were left out, and then none,
 * or five and more, stayed: it tells both. All others of a quarter are told together by the quarter, and what no quarter tells by
 * the round. Call mixed the places where some were left out and others stayed: in any sum of what is told, the mixed places that
 * are told together come all together or not at all; so there five and more must have been left out and have stayed,
 * and where that does not hold nothing new is shown.
 * After a correction that leaves out something else, parts of parts could be told: then no figure with touched sheets is shown.
 */
function maskBesideReceived(
  before: ThreeLevelMask,
  received: readonly QuarterLevels[],
  parts: readonly (readonly QuarterLevels[])[],
): ThreeLevelMask {
  const left = byPlace(parts.flat());
  const touched = received.filter(({ unitId, quarter }) => answered(left(unitId, quarter)) > 0);
  const isOpen = (cell: QuarterLevels) =>
    before.unitIsShown(cell.unitId, cell.quarter) &&
    eachLevel.every((level) => {
      const out = left(cell.unitId, cell.quarter)[level];
      return out === 0 || (!isFew(out) && !isFew(cell.levels[level] - out));
    });
  const isEnough = (cells: readonly QuarterLevels[]) =>
    eachLevel.every((level) => {
      const outs = cells.map(({ unitId, quarter, levels }) => ({ out: left(unitId, quarter)[level], all: levels[level] }));
      // Where nobody stayed, what was left out is what was shown before.
      const mixed = outs.filter(({ out, all }) => out > 0 && out < all);
      const [out, all] = [mixed.reduce((sum, one) => sum + one.out, 0), mixed.reduce((sum, one) => sum + one.all, 0)];
      return outs.every((one) => one.out === 0) || (out >= hiddenBelow && all - out >= hiddenBelow);
    });

  const isOnePart = parts.length === 1;
  const inQuarter = (quarter: string) => touched.filter((cell) => cell.quarter === quarter);
  const safeQuarters = [...new Set(touched.map(({ quarter }) => quarter))].filter(
    (quarter) => isOnePart && isEnough(inQuarter(quarter).filter((cell) => !isOpen(cell))),
  );
  const isSafe = (quarter: string) => safeQuarters.includes(quarter) || inQuarter(quarter).length === 0;
  return {
    unitIsShown: (unitId, quarter) => {
      const cell = touched.find((one) => one.unitId === unitId && one.quarter === quarter);
      return cell ? safeQuarters.includes(quarter) && isOpen(cell) : before.unitIsShown(unitId, quarter);
    },
    quarterIsShown: (quarter) => before.quarterIsShown(quarter) && isSafe(quarter),
    wholeIsShown: isOnePart && isEnough(touched.filter(({ quarter }) => !isSafe(quarter))),
  };
}

const sumOf = (cells: readonly QuarterLevels[]): Levels =>
  cells.reduce<Levels>((sum, { levels }) => [sum[0] + levels[0], sum[1] + levels[1], sum[2] + levels[2]], [0, 0, 0]);

/** The levels at a unit in a quarter; several cells of one place are added up. */
function byPlace(cells: readonly QuarterLevels[]): (unitId: string, quarter: string) => Levels {
  const places = new Map<string, Levels>();
  for (const cell of cells) {
    const key = `${cell.unitId} ${cell.quarter}`;
    places.set(key, sumOf([{ ...cell, levels: places.get(key) ?? [0, 0, 0] }, cell]));
  }
  return (unitId, quarter) => places.get(`${unitId} ${quarter}`) ?? [0, 0, 0];
}
