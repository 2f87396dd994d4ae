import { answersIn } from "../insights/estimators.ts";
import { addDifferences, differenceOf, oppositeOf, otherWorlds, type OtherWorlds } from "../insights/follows.ts";
import { hiddenBelow } from "../insights/vocabulary.ts";
import type { SheetCounts } from "./count-sheets.server.ts";
import type { CountsMask } from "./mask-counts.ts";
import type { SheetMode } from "./vocabulary.ts";

export type Cell = Pick<SheetCounts, "unitId" | "procedureId" | "mode" | "sheets" | "reached" | "levels">;

/** Sheets that the same editions left out (the first being 1): no figure tells them apart. */
export type Part = { readonly counts: readonly Cell[]; readonly leftOutOf: readonly number[] };

/** Figures that were published: what was shown, and of which parts. */
export type Told = { mask: CountsMask; holds: (part: Part) => boolean };

/** Desk slips used that were told: of these units, and of all together. They count sheets of all parts that came by slip. */
export type SlipsTold = { units: readonly string[]; total: boolean };

/** How many of a part are in a cell, for all that an outsider knows: perhaps none. */
type Unknown = { part: Part; cell: Cell };

/** Some unknowns together, by where they stand among all. */
type Group = readonly number[];

/** Everybody of some parts at a place, about a procedure or in all, apart by way of answering. */
type Named = readonly Group[];

/** A unit or a place of one part, or a way of answering there. */
type Piece = { group: Group; place: number; way: number | null; unitId: string };

/** Counts with the same unknowns: sheets, or groups of criteria and criteria that are answered at the same places. */
type Question = { unknowns: Unknown[]; counts: number[][]; isOfSheets: boolean; named: Named[]; units: Piece[]; pieces: Piece[] };

/**
 * Asks whether anything about one to four people follows, by adding and subtracting, from all figures together once some more are
 * published: for sheets, for each group of criteria and for each criterion. Looked for are
 *
 * - of a part, of all that one edition left out or kept, and of all parts: the people at a unit, about a procedure, at both or in
 *   all, by any one or more ways of answering;
 * - any few units of parts together;
 * - any few places (a unit's procedure, of one part) and ways of answering at places together; where many places have a single
 *   person, three and four of them only within a unit.
 *
 * Outsiders are taken to know at which places some of a part answered and which ways of answering lead its people to a unit:
 * the reason for leaving out sheets is published. They are given ways of answering by criterion, which are published for all
 * criteria together only.
 */
export function askWhatFollows(parts: readonly Part[], told: readonly Told[], slips: SlipsTold): (next: Told) => boolean {
  const isDetailed = told.every(({ mask }) => mask.showing({}) !== "overall");
  const questions = questionsOf(parts, isDetailed).map((question) => {
    const { unknowns, isOfSheets } = question;
    const known = [...told.flatMap((one) => sumsOf(unknowns, one)), ...(isOfSheets ? slipSums(unknowns, slips) : [])];
    return { question, worldsWith: otherWorlds(unknowns.length, known) };
  });
  return (next) => questions.some(({ question, worldsWith }) => fewFollow(question, worldsWith(sumsOf(question.unknowns, next))));
}

function fewFollow({ counts, named, units, pieces }: Question, worlds: OtherWorlds): boolean {
  const known = named.flatMap((ways) => subsetsThatFollow(ways, worlds));
  const lists = [units, pieces].map((list) => list.map((piece) => ({ piece, difference: differenceOf(worlds, piece.group) })));
  return counts.some(
    (count) =>
      known.some((groups) => isFew(groups.reduce((sum, group) => sum + sumOf(count, group), 0))) ||
      lists.some((list) =>
        someFewAddToNothing(
          list.flatMap(({ piece, difference }) => {
            const n = sumOf(count, piece.group);
            return isFew(n) ? [{ n, difference, piece }] : [];
          }),
        ),
      ),
  );
}

/** Any one or more of the ways of answering, where they follow together: there are five at most. */
function subsetsThatFollow(ways: Named, worlds: OtherWorlds): Group[][] {
  const differences = ways.map((way) => differenceOf(worlds, way));
  const subsets: Group[][] = [];
  for (let chosen = 1; chosen < 2 ** ways.length; chosen += 1) {
    const isChosen = (_: unknown, index: number) => Math.floor(chosen / 2 ** index) % 2 === 1;
    if (differences.filter(isChosen).reduce(addDifferences, 0) === 0) subsets.push(ways.filter(isChosen));
  }
  return subsets;
}

const isFew = (n: number): boolean => n > 0 && n < hiddenBelow;
const sumOf = (numbers: ArrayLike<number>, group: Group): number => group.reduce((sum, place) => sum + (numbers[place] ?? 0), 0);

/** Few people, and by how much they differ in other worlds. */
type Item = { n: number; difference: number; piece: Piece };

/** Of more single people than this, threes and fours are looked for within a unit only, and of more in a unit not at all. */
const manyOnes = 300;

/** Whether some of them, one to four people together, have no difference: one, two, three or four of them, for each holds somebody. */
function someFewAddToNothing(items: readonly Item[]): boolean {
  const byDifference = new Map<number, Item[]>();
  for (const item of items) byDifference.set(item.difference, [...(byDifference.get(item.difference) ?? []), item]);
  const isAnswered = (difference: number, list: readonly Item[], n: number) =>
    byDifference.get(oppositeOf(difference))?.some((last) => isFew(n + last.n) && list.every((one) => areApart(one, last))) === true;
  if (items.some((item) => item.difference === 0 || isAnswered(item.difference, [item], item.n))) return true;

  // Three and four: two of them hold one each.
  const ones = items.filter(({ n }) => n === 1);
  const units = ones.length > manyOnes ? [...new Set(ones.map(({ piece }) => piece.unitId))] : [undefined];
  return units.some((unit) => {
    const near = unit === undefined ? ones : ones.filter(({ piece }) => piece.unitId === unit);
    const pairs = new Map<number, (readonly [Item, Item])[]>();
    if (near.length > manyOnes) return false;
    return near.some((first, index) =>
      near.slice(index + 1).some((second) => {
        if (!areApart(first, second)) return false;
        const difference = addDifferences(first.difference, second.difference);
        if (isAnswered(difference, [first, second], 2)) return true;
        if (pairs.get(oppositeOf(difference))?.some((pair) => pair.every((one) => areApart(one, first) && areApart(one, second)))) return true;
        const alike = pairs.get(difference);
        if (alike) alike.push([first, second]);
        else pairs.set(difference, [[first, second]]);
        return false;
      }),
    );
  });
}

/** Whether nobody is in both. */
const areApart = ({ piece: a }: Item, { piece: b }: Item): boolean => a.place !== b.place || (a.way !== null && b.way !== null && a.way !== b.way);

/**
 * Sheets, sheets with an answer in each group of criteria, answers to each criterion. Where only the overall figure of the round
 * is shown, its people are those with an answer in the first group; that they answered one criterion only would have to be known.
 */
function questionsOf(parts: readonly Part[], isDetailed: boolean): Question[] {
  const first = parts.flatMap(({ counts }) => counts).at(0);
  const groups = (first?.reached ?? []).map((_, index) => (cell: Cell) => cell.reached[index] ?? 0);
  const criteria = (first?.levels ?? []).map((_, index) => (cell: Cell) => answersIn(cell.levels[index] ?? [0, 0, 0, 0, 0]));
  const sheets = (cell: Cell) => cell.sheets;
  const questions = new Map<string, Question>();
  for (const count of isDetailed ? [sheets, ...groups, ...criteria] : [sheets, ...groups.slice(0, 1)]) {
    const { unknowns, numbers } = possible(parts, count);
    const name = `${count === sheets} ${unknowns.map(({ part, cell }) => `${parts.indexOf(part)} ${wayOf(cell)}`).join()}`;
    const question = questions.get(name) ?? { unknowns, counts: [], isOfSheets: count === sheets, ...piecesOf(unknowns, parts) };
    // Where everybody answers everything, one count is asked for all.
    if (!question.counts.some((known) => known.every((n, index) => n === numbers[index]))) question.counts.push(numbers);
    questions.set(name, question);
  }
  return [...questions.values()];
}

/** Of a place where some of a part are counted, every way of answering that leads its people to the unit. */
function possible(parts: readonly Part[], count: (cell: Cell) => number): { unknowns: Unknown[]; numbers: number[] } {
  const unknowns: Unknown[] = [];
  const numbers: number[] = [];
  for (const part of parts) {
    const cells = part.counts.filter(({ sheets }) => sheets > 0);
    const modes = new Map<string, Set<SheetMode>>();
    const places = new Map<string, Cell>();
    const known = new Map<string, number>();
    for (const cell of cells) {
      modes.set(cell.unitId, (modes.get(cell.unitId) ?? new Set()).add(cell.mode));
      if (count(cell) > 0) places.set(placeOf(cell), cell);
      known.set(wayOf(cell), count(cell));
    }
    for (const place of places.values()) {
      for (const mode of modes.get(place.unitId) ?? []) {
        const cell = { ...place, mode };
        unknowns.push({ part, cell });
        numbers.push(known.get(wayOf(cell)) ?? 0);
      }
    }
  }
  return { unknowns, numbers };
}

function piecesOf(unknowns: readonly Unknown[], parts: readonly Part[]): Pick<Question, "named" | "units" | "pieces"> {
  const editions = [...new Set(parts.flatMap(({ leftOutOf }) => leftOutOf))];
  // Of two parts each edition held one and left out the other.
  const sides = (part: Part) => (parts.length > 2 ? editions.map((edition) => `${edition} ${part.leftOutOf.includes(edition)}`) : []);
  const together = new Map(parts.map((part, index) => [part, [String(index), ...sides(part), "all"]]));
  const named = new Map<string, Map<string, number[]>>();
  const units = new Map<string, number[]>();
  const places = new Map<string, number[]>();
  for (const [index, { part, cell }] of unknowns.entries()) {
    for (const of of together.get(part) ?? []) {
      for (const place of ["", cell.unitId, `/${cell.procedureId}`, placeOf(cell)]) {
        const name = `${of} ${place}`;
        const ways = named.get(name) ?? new Map<string, number[]>();
        add(ways, cell.mode, index);
        named.set(name, ways);
      }
    }
    add(units, `${parts.indexOf(part)} ${cell.unitId}`, index);
    add(places, `${parts.indexOf(part)} ${placeOf(cell)}`, index);
  }
  const unitOf = ([first = -1]: Group) => unknowns[first]?.cell.unitId ?? "";
  const whole = (group: Group, place: number): Piece => ({ group, place, way: null, unitId: unitOf(group) });
  return {
    named: [...named.values()].map((ways) => [...ways.values()]),
    units: [...units.values()].map(whole),
    pieces: [...places.values()].flatMap((group, place) => [
      whole(group, place),
      ...(group.length > 1 ? group.map((index, way): Piece => ({ group: [index], place, way, unitId: unitOf(group) })) : []),
    ]),
  };
}

/** The sums that a mask shows, as the unknowns that they add up. */
function sumsOf(unknowns: readonly Unknown[], { mask, holds }: Told): number[][] {
  const sums = new Map<string, number[]>();
  const isShown = new Map<string, boolean>();
  for (const [index, { part, cell }] of unknowns.entries()) {
    if (!holds(part)) continue;
    const { unitId, procedureId, mode } = cell;
    for (const place of [{}, { unitId }, { procedureId }, { unitId, procedureId }]) {
      const name = placeOf(place);
      const shown = isShown.get(name) ?? mask.showing(place) !== "nothing";
      isShown.set(name, shown);
      if (shown) add(sums, name, index);
    }
    if (mask.modeIsShown(mode)) add(sums, mode, index);
  }
  return [...sums.values()];
}

function slipSums(unknowns: readonly Unknown[], { units, total }: SlipsTold): number[][] {
  const sums = new Map<string, number[]>();
  for (const [index, { cell }] of unknowns.entries()) {
    if (cell.mode !== "desk_slip") continue;
    if (units.includes(cell.unitId)) add(sums, cell.unitId, index);
    if (total) add(sums, "all units", index);
  }
  return [...sums.values()];
}

function add(groups: Map<string, number[]>, name: string, index: number) {
  const group = groups.get(name);
  if (group) group.push(index);
  else groups.set(name, [index]);
}

const placeOf = ({ unitId, procedureId }: { unitId?: string; procedureId?: string | null }): string => `${unitId}/${procedureId}`;
const wayOf = (cell: Cell): string => `${placeOf(cell)} ${cell.mode}`;
