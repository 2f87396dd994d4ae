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

/** Unknowns by their places: what is counted of them, how many people there are in all, and by how much that differs elsewhere. */
type Group = readonly number[];

/** Counts with the same unknowns: sheets, and all groups of criteria and criteria that are answered at the same places. */
type Question = { unknowns: Unknown[]; counts: number[][]; isOfSheets: boolean; named: Group[]; places: Group[]; ways: Group[] };

/**
 * Asks whether anything about one to four people follows, by adding and subtracting, from all figures together once some more are
 * published: for sheets, for each group of criteria and for each criterion. Looked for are
 *
 * - of a part, and of all that one edition left out or kept: the people at a unit, about a procedure, by a way of answering, or
 *   several of these;
 * - any sum whatever of places (a unit's procedure, of one part), of one or of several parts;
 * - any sum whatever of such places by ways of answering where somebody answered.
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

function fewFollow({ unknowns, counts, named, places, ways }: Question, worlds: OtherWorlds): boolean {
  const known = named.filter((group) => differenceOf(worlds, group) === 0);
  const sums = [places, ways].map((groups) => groups.map((group) => ({ group, difference: differenceOf(worlds, group) })));
  return counts.some(
    (count) =>
      known.some((group) => isFew(sumOf(count, group))) ||
      sums.some((groups) =>
        someFewAddToNothing(
          groups.flatMap(({ group, difference }) => {
            const n = sumOf(count, group);
            return isFew(n) ? [{ n, difference, unitId: unknowns[group[0] ?? -1]?.cell.unitId }] : [];
          }),
        ),
      ),
  );
}

const isFew = (n: number): boolean => n > 0 && n < hiddenBelow;
const sumOf = (numbers: ArrayLike<number>, group: Group): number => group.reduce((sum, place) => sum + (numbers[place] ?? 0), 0);

/** Few people of a unit, and by how much they differ in other worlds. */
type Item = { n: number; difference: number; unitId: string | undefined };

/** Of more places with a single person than this, threes and fours are looked for within a unit only. */
const manyOnes = 300;

/** Whether some of them, one to four people together, have no difference: one, two, three or four of them, for each holds somebody. */
function someFewAddToNothing(items: readonly Item[]): boolean {
  const byDifference = new Map<number, Item[]>();
  for (const item of items) byDifference.set(item.difference, [...(byDifference.get(item.difference) ?? []), item]);
  const isAnswered = (difference: number, list: readonly Item[], n: number) =>
    byDifference.get(oppositeOf(difference))?.some((last) => !list.includes(last) && isFew(n + last.n)) === true;
  if (items.some((item) => item.difference === 0 || isAnswered(item.difference, [item], item.n))) return true;

  // Three and four: two of them hold one each.
  const ones = items.filter(({ n }) => n === 1);
  const units = ones.length > manyOnes ? [...new Set(ones.map(({ unitId }) => unitId))] : [undefined];
  return units.some((unit) => {
    const near = unit === undefined ? ones : ones.filter(({ unitId }) => unitId === unit);
    const pairs = new Map<number, (readonly [Item, Item])[]>();
    return near.some((first, index) =>
      near.slice(index + 1).some((second) => {
        const difference = addDifferences(first.difference, second.difference);
        if (isAnswered(difference, [first, second], 2)) return true;
        if (pairs.get(oppositeOf(difference))?.some((pair) => !pair.includes(first) && !pair.includes(second))) return true;
        const alike = pairs.get(difference);
        if (alike) alike.push([first, second]);
        else pairs.set(difference, [[first, second]]);
        return false;
      }),
    );
  });
}

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
    const question = questions.get(name) ?? { unknowns, counts: [], isOfSheets: count === sheets, ...groupsOf(unknowns, parts) };
    question.counts.push(numbers);
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

function groupsOf(unknowns: readonly Unknown[], parts: readonly Part[]): Pick<Question, "named" | "places" | "ways"> {
  const editions = [...new Set(parts.flatMap(({ leftOutOf }) => leftOutOf))];
  // Of two parts each edition held one and left out the other.
  const sides = (part: Part) => (parts.length > 2 ? editions.map((edition) => `${edition} ${part.leftOutOf.includes(edition)}`) : []);
  const together = new Map(parts.map((part, index) => [part, [String(index), ...sides(part), "all"]]));
  const named = new Map<string, number[]>();
  const places = new Map<string, number[]>();
  for (const [index, { part, cell }] of unknowns.entries()) {
    for (const of of together.get(part) ?? []) for (const name of namesOf(cell)) add(named, `${of} ${name}`, index);
    add(places, `${parts.indexOf(part)} ${placeOf(cell)}`, index);
  }
  const severalWays = [...places.values()].filter((place) => place.length > 1).flat();
  return { named: [...named.values()], places: [...places.values()], ways: severalWays.map((index) => [index]) };
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

/** Everything that somebody of a cell belongs to. */
function namesOf(cell: Cell): string[] {
  const { unitId, procedureId, mode } = cell;
  const places = ["", unitId, `/${procedureId}`, placeOf(cell)];
  return [...places, ...places.map((place) => `${place} ${mode}`)];
}

const placeOf = ({ unitId, procedureId }: { unitId?: string; procedureId?: string | null }): string => `${unitId}/${procedureId}`;
const wayOf = (cell: Cell): string => `${placeOf(cell)} ${cell.mode}`;
