import { answersIn } from "../insights/estimators.ts";
import { addsToNothing, otherWorld } from "../insights/follows.ts";
import { hiddenBelow } from "../insights/vocabulary.ts";
import type { SheetCounts } from "./count-sheets.server.ts";
import type { CountsMask } from "./mask-counts.ts";

type Cell = Pick<SheetCounts, "unitId" | "procedureId" | "mode" | "sheets" | "reached" | "levels">;

/** Sheets that the same editions left out: no figure tells them apart. */
export type Atom = { readonly counts: readonly Cell[]; readonly outOf: readonly number[] };

/** Figures that were published: what was shown, and of which atoms. */
export type Told = { mask: CountsMask; holds: (atom: Atom) => boolean };

type Count = (cell: Cell) => number;

/** How many of an atom are in a cell, for all that an outsider knows: perhaps none. */
type Unknown = { atom: Atom; cell: Cell; n: number };

/**
 * Whether anything about one to four people follows, by adding and subtracting, from all figures together: of any atom, or of all
 * that an edition left out or kept, at a unit, about a procedure, by a way of answering, or several of these. Asked of the
 * equations themselves (`otherWorld`), for sheets, for each group of criteria and for each criterion.
 *
 * Outsiders are taken to know at which places some of an atom answered and which ways of answering lead its people to a unit:
 * the reason for leaving out sheets is published. They are given ways of answering by criterion, which are published for all
 * criteria together only.
 */
export function tellsOfFew(atoms: readonly Atom[], told: readonly Told[]): boolean {
  const detailed = told.every(({ mask }) => mask.showing({}) !== "overall");
  return countsOf(atoms, detailed).some((count) => followsOfFew(count, atoms, told));
}

/**
 * Sheets, sheets with an answer in each group of criteria, answers to each criterion. Where only the overall figure of the round
 * is shown, its people are those with an answer in the first group; that they answered one criterion only would have to be known.
 */
function countsOf(atoms: readonly Atom[], detailed: boolean): Count[] {
  const first = atoms.flatMap(({ counts }) => counts).at(0);
  const groups = (first?.reached ?? []).map(
    (_, index): Count =>
      (cell) =>
        cell.reached[index] ?? 0,
  );
  const criteria = (first?.levels ?? []).map(
    (_, index): Count =>
      (cell) =>
        answersIn(cell.levels[index] ?? [0, 0, 0, 0, 0]),
  );
  const sheets: Count = (cell) => cell.sheets;
  return detailed ? [sheets, ...groups, ...criteria] : [sheets, ...groups.slice(0, 1)];
}

function followsOfFew(count: Count, atoms: readonly Atom[], told: readonly Told[]): boolean {
  const unknowns = atoms.flatMap((atom) => possible(atom, count));
  const published = told.flatMap(({ mask, holds }) => sumsOf(unknowns, mask, holds));
  const differences = otherWorld(unknowns.length, published);
  return togetherOf(atoms).some((together) => {
    const groups = new Map<string, { n: number; difference: number }>();
    for (const [index, { atom, cell, n }] of unknowns.entries()) {
      if (!together.includes(atom)) continue;
      for (const name of namesOf(cell)) {
        const group = groups.get(name) ?? { n: 0, difference: 0 };
        groups.set(name, group);
        group.n += n;
        group.difference += differences[index] ?? 0;
      }
    }
    return [...groups.values()].some(({ n, difference }) => n > 0 && n < hiddenBelow && addsToNothing(difference));
  });
}

/** Of a place where some of the atom are counted, every way of answering that leads its people to the unit. */
function possible(atom: Atom, count: Count): Unknown[] {
  const ways = new Map<string, Map<string, Cell>>();
  const places = new Map<string, Cell>();
  const numbers = new Map<string, number>();
  for (const cell of atom.counts) {
    if (cell.sheets === 0) continue;
    const ofUnit = ways.get(cell.unitId) ?? new Map<string, Cell>();
    ways.set(cell.unitId, ofUnit.set(cell.mode, cell));
    const n = count(cell);
    if (n === 0) continue;
    places.set(placeOf(cell), cell);
    numbers.set(`${placeOf(cell)} ${cell.mode}`, n);
  }
  return [...places.values()].flatMap((place) =>
    [...(ways.get(place.unitId)?.values() ?? [])].map(({ mode }) => ({
      atom,
      cell: { ...place, mode },
      n: numbers.get(`${placeOf(place)} ${mode}`) ?? 0,
    })),
  );
}

/** The sums that a mask shows, as the places of what they add up. */
function sumsOf(unknowns: readonly Unknown[], mask: CountsMask, holds: Told["holds"]): number[][] {
  const sums = new Map<string, number[]>();
  const showing = new Map<string, boolean>();
  for (const [index, { atom, cell }] of unknowns.entries()) {
    if (!holds(atom)) continue;
    const { unitId, procedureId, mode } = cell;
    for (const place of [{}, { unitId }, { procedureId }, { unitId, procedureId }]) {
      const name = JSON.stringify(place);
      const isShown = showing.get(name) ?? mask.showing(place) !== "nothing";
      showing.set(name, isShown);
      if (isShown) add(sums, name, index);
    }
    if (mask.modeIsShown(mode)) add(sums, mode, index);
  }
  return [...sums.values()];
}

function add(sums: Map<string, number[]>, name: string, index: number) {
  const sum = sums.get(name);
  if (sum) sum.push(index);
  else sums.set(name, [index]);
}

/** Each atom by itself; and what each edition held, and what it left out. */
function togetherOf(atoms: readonly Atom[]): (readonly Atom[])[] {
  const editions = [...new Set(atoms.flatMap(({ outOf }) => outOf))];
  const byEdition = editions.flatMap((edition) => [true, false].map((isOut) => atoms.filter(({ outOf }) => outOf.includes(edition) === isOut)));
  return [...atoms.map((atom) => [atom]), ...byEdition.filter((list) => list.length > 1)];
}

/** Everything that somebody of a cell belongs to. */
function namesOf({ unitId, procedureId, mode }: Cell): string[] {
  const place = placeOf({ unitId, procedureId });
  return ["", unitId, `/${procedureId}`, place, ...["", unitId, `/${procedureId}`, place].map((name) => `${name} ${mode}`)];
}

const placeOf = ({ unitId, procedureId }: Pick<Cell, "unitId" | "procedureId">): string => `${unitId}/${procedureId}`;
