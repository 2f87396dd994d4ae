import type { CountsMask } from "#app/domain/surveys/mask-counts.ts";
import { targetsOf, within } from "./attack.ts";
import { basisOf, follows } from "./exact-rank.ts";
import { type Group, readEverything, type Statement } from "./read-everything.ts";
import { type Cell, countCells, roundOf, type Sheet } from "./world.ts";

/** Sheets that the same editions left out. `leftOutOf`: which, the first being 1. */
export type Part = { readonly sheets: readonly Sheet[]; readonly leftOutOf: readonly number[] };

/**
 * What was published at one time: the parts that were counted, and what was shown of them; with it the desk slips used, of all parts,
 * of these units and in all.
 */
export type Published = {
  readonly parts: readonly Part[];
  readonly mask: CountsMask;
  readonly slips?: { readonly units: readonly string[]; readonly total: boolean };
};

const few = 5;
const questions = (parts: readonly Part[]) => parts.flatMap(({ sheets }) => sheets).at(0)?.answers.length ?? 3;

/** Layers that are known together as well as apart: answers to all service criteria, and to all policy criteria. */
const systemsOf = (policies: boolean): string[][] => [
  ["sheets"],
  ["reached 0"],
  ["reached 1"],
  ["reached 2"],
  ["answers 0", "answers 1"],
  ["answers 2"],
  ...(policies ? [["reached 3"], ["reached 4"], ["reached 5"], ["answers 3", "answers 4"]] : []),
];
const together: Record<string, string[]> = { "all answers": ["answers 0", "answers 1"], "all policy answers": ["answers 3", "answers 4"] };

/**
 * What of one to four people follows, over the rational numbers, by adding and subtracting all that was ever published of a round: of
 * each part, of all that one edition left out or kept, and of any few places of any parts together. The attacker knows which places somebody of a part answered about, and which
 * ways of answering lead people of the part to each unit.
 */
export function attackEditions(parts: readonly Part[], published: readonly Published[]): string[] {
  const cellsOf = new Map(parts.map((part) => [part, countCells(part.sheets)]));
  const hasPolicies = questions(parts) > 3;
  const statements = published.flatMap(({ parts: held, mask, slips = { units: [], total: false } }) => [
    { held, said: read(held, mask, hasPolicies) },
    { held: parts, said: [...slips.units.map((unitId) => bySlip({ unitId })), ...(slips.total ? [bySlip({})] : [])] },
  ]);
  const editions = [...new Set(parts.flatMap(({ leftOutOf }) => leftOutOf))];
  const editionsSides = editions.flatMap((edition) =>
    [true, false].map((isOut) => parts.filter(({ leftOutOf }) => leftOutOf.includes(edition) === isOut)),
  );

  return systemsOf(hasPolicies).flatMap((layers) => {
    const unknowns = layers.flatMap((layer) =>
      parts.flatMap((part) => possible(layer, cellsOf.get(part) ?? []).map((cell) => ({ layer, part, cell }))),
    );
    const rowOf = (names: readonly string[], group: Group, of: readonly Part[]): number[] =>
      unknowns.map(({ layer, part, cell }) => (names.includes(layer) && of.includes(part) && within(group)(cell) ? 1 : 0));
    const rows = statements.flatMap(({ held, said }) =>
      said.flatMap(({ layer, group }) => {
        const names = together[layer] ?? [layer];
        return names.every((name) => layers.includes(name)) ? [rowOf(names, group, held)] : [];
      }),
    );
    const basis = basisOf([...new Map(rows.map((row) => [row.join(""), row])).values()]);
    const unions = layers.flatMap((layer) => {
      const places = parts.flatMap((part) =>
        placesOf(cellsOf.get(part) ?? []).flatMap((group) => {
          const n = (cellsOf.get(part) ?? []).filter(within(group)).reduce((sum, cell) => sum + countIn(layer, cell), 0);
          return n > 0 && n < few ? [{ n, row: rowOf([layer], group, [part]), name: JSON.stringify([group, part.leftOutOf]) }] : [];
        }),
      );
      return fewTogether(places)
        .filter((list) =>
          follows(
            list.map(({ row }) => row).reduce((sum, row) => sum.map((entry, column) => entry + (row[column] ?? 0))),
            basis,
          ),
        )
        .map((list) => `${layer}: ${list.map(({ n, name }) => `${n} of ${name}`).join(" + ")}`);
    });
    const groups = layers.flatMap((layer) =>
      [...parts.map((part) => [part]), ...editionsSides].flatMap((of) => {
        const cells = of.flatMap((part) => cellsOf.get(part) ?? []);
        return [{}, ...targetsOf(cells)].flatMap((group) => {
          const n = cells.filter(within(group)).reduce((sum, cell) => sum + countIn(layer, cell), 0);
          const leaks = n > 0 && n < few && follows(rowOf([layer], group, of), basis);
          return leaks ? [`${layer}: ${n} of ${JSON.stringify(group)}, left out of ${JSON.stringify(of.map(({ leftOutOf }) => leftOutOf))}`] : [];
        });
      }),
    );
    return [...unions, ...groups];
  });
}

const bySlip = (group: Group): Statement => ({ layer: "sheets", group: { ...group, mode: "desk_slip" }, n: Number.NaN });

/** Two to four of them that have one to four people together. */
function fewTogether<Item extends { n: number }>(items: readonly Item[], least = 2): Item[][] {
  const grow = (list: readonly Item[], from: number): Item[][] =>
    items.slice(from).flatMap((item, index) => {
      const longer = [...list, item];
      if (longer.reduce((sum, { n }) => sum + n, 0) >= few) return [];
      return [...(longer.length >= least ? [longer] : []), ...grow(longer, from + index + 1)];
    });
  return grow([], 0);
}

const placesOf = (cells: readonly Cell[]): Group[] => [
  ...new Map(cells.map(({ unitId, procedureId }) => [`${unitId} ${procedureId}`, { unitId, procedureId }])).values(),
];

const read = (parts: readonly Part[], mask: CountsMask, policies: boolean): Statement[] =>
  readEverything(roundOf(4, "pooled", { policies }), { group: "self_selected", counts: countCells(parts.flatMap(({ sheets }) => sheets)), mask });

function countIn(layer: string, cell: Cell): number {
  const [name, index] = layer.split(" ");
  if (name === "sheets") return cell.sheets;
  if (name === "reached") return cell.reached[Number(index)] ?? 0;
  return (cell.levels[Number(index)] ?? []).reduce<number>((sum, n) => sum + n, 0);
}

/**
 * What an attacker cannot rule out: at a place where somebody of the part is counted, every way of answering that leads to its
 * unit. That nobody of the part is counted at a place is known.
 */
function possible(layer: string, cells: readonly Cell[]): Cell[] {
  const places = cells.filter((cell) => cells.some((one) => samePlace(one, cell) && countIn(layer, one) > 0));
  const ways = places.flatMap((cell) => cells.filter(({ unitId }) => unitId === cell.unitId).map(({ mode }) => ({ ...cell, mode })));
  return [...new Map(ways.map((cell) => [`${cell.unitId} ${cell.procedureId} ${cell.mode}`, cell])).values()];
}

const samePlace = (a: Cell, b: Cell) => a.unitId === b.unitId && a.procedureId === b.procedureId;
