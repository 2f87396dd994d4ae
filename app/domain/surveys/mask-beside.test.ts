import fc from "fast-check";
import { expect, test } from "vitest";
import { basisOf, follows } from "#tests/support/survey-attack/exact-rank.ts";
import { type Group, readEverything, type Statement } from "#tests/support/survey-attack/read-everything.ts";
import { type Cell, countCells, roundOf, type Sheet, smallRounds } from "#tests/support/survey-attack/world.ts";
import { type CountsMask, maskCounts } from "./mask-counts.ts";
import { maskBeside } from "./mask-beside.ts";

/** Rounds of which one way of answering, one unit, or one way in one unit was left out when the sheets were checked. */
const checkedRounds = fc.tuple(smallRounds, fc.constantFrom("kiosk", "unit", "kiosk in a unit")).map(([list, rule]) => {
  const isOut = ({ unit, mode }: Sheet) => (rule === "unit" || mode === "kiosk") && (rule === "kiosk" || unit === 0);
  return { all: list, kept: list.filter((sheet) => !isOut(sheet)), out: list.filter(isOut) };
});

type World = { all: Cell[]; kept: Cell[]; out: Cell[] };
const countWorld = ({ all, kept, out }: { all: Sheet[]; kept: Sheet[]; out: Sheet[] }): World => ({
  all: countCells(all),
  kept: countCells(kept),
  out: countCells(out),
});
const read = (counts: Cell[], mask: CountsMask): Statement[] => readEverything(roundOf(4), { group: "self_selected", counts, mask });

const within =
  ({ unitId, procedureId, mode }: Group) =>
  (cell: Cell) =>
    (unitId === undefined || cell.unitId === unitId) &&
    (procedureId === undefined || cell.procedureId === procedureId) &&
    (mode === undefined || cell.mode === mode);

const countIn = (layer: string, cell: Cell): number => {
  const [name, index] = layer.split(" ");
  if (name === "sheets") return cell.sheets;
  if (name === "reached") return cell.reached[Number(index)] ?? 0;
  return (cell.levels[Number(index)] ?? []).reduce<number>((sum, n) => sum + n, 0);
};

/**
 * What of one to four people follows, over the rational numbers, by adding and subtracting all that was published before the
 * check (of all sheets) and after it (of those that were kept): of the sheets that were left out, or of those kept.
 */
function leaksOf({ all, kept, out }: World, masks: { before: CountsMask; after: CountsMask }): string[] {
  const systems = [["sheets"], ["reached 0"], ["reached 1"], ["reached 2"], ["answers 0", "answers 1"], ["answers 2"]];
  const published = { before: read(all, masks.before), after: read(kept, masks.after) };
  return systems.flatMap((layers) => {
    const unknowns = layers.flatMap((layer) => [...possible(layer, kept, false), ...possible(layer, out, true)]);
    const rowOf = (names: readonly string[], group: Group, parts: readonly boolean[]) =>
      unknowns.map(({ layer, cell, isOut }) => (names.includes(layer) && parts.includes(isOut) && within(group)(cell) ? 1 : 0));
    const rowsOf = (statements: readonly Statement[], parts: readonly boolean[]) =>
      statements.flatMap(({ layer, group }) => {
        const names = layer === "all answers" ? ["answers 0", "answers 1"] : [layer];
        return names.every((name) => layers.includes(name)) ? [rowOf(names, group, parts)] : [];
      });
    const basis = basisOf([...rowsOf(published.before, [false, true]), ...rowsOf(published.after, [false])]);
    return layers.flatMap((layer) =>
      [false, true].flatMap((isOut) =>
        groupsOf(isOut ? out : kept).flatMap((group) => {
          const n = (isOut ? out : kept).filter(within(group)).reduce((sum, cell) => sum + countIn(layer, cell), 0);
          const leaks = n > 0 && n < 5 && follows(rowOf([layer], group, [isOut]), basis);
          return leaks ? [`${layer}: ${n} ${isOut ? "left out" : "kept"} of ${JSON.stringify(group)}`] : [];
        }),
      ),
    );
  });
}

/**
 * What an attacker cannot rule out: of a place where somebody of the part answered, every way of answering that leads to its
 * unit. That nobody of the part answered about a place is known.
 */
function possible(layer: string, cells: readonly Cell[], isOut: boolean) {
  const places = cells.filter((cell) => cells.some((one) => samePlace(one, cell) && countIn(layer, one) > 0));
  const ways = places.flatMap((cell) => cells.filter(({ unitId }) => unitId === cell.unitId).map(({ mode }) => ({ ...cell, mode })));
  const known = new Map(ways.map((cell) => [`${cell.unitId} ${cell.procedureId} ${cell.mode}`, cell]));
  return [...known.values()].map((cell) => ({ layer, cell, isOut }));
}

const samePlace = (a: Cell, b: Cell) => a.unitId === b.unitId && a.procedureId === b.procedureId;

function groupsOf(cells: readonly Cell[]): Group[] {
  const groups = cells.flatMap(({ unitId, procedureId, mode }): Group[] => [
    {},
    { unitId },
    { procedureId },
    { mode },
    { unitId, procedureId },
    { unitId, mode },
    { unitId, procedureId, mode },
  ]);
  return [...new Map(groups.map((group) => [JSON.stringify(group), group])).values()];
}

test("figures before and after a check never tell of one to four people, left out or kept, by subtraction", () => {
  let [tried, withUnits] = [0, 0];
  fc.assert(
    fc.property(checkedRounds, (round) => {
      const world = countWorld(round);
      if (world.kept.length === 0 || world.out.length === 0) return;
      const after = maskBeside(world.kept, [{ counts: world.out, isOut: true }]);
      if (!after.isSafe) return;
      tried += 1;
      if (world.kept.some(({ unitId }) => after.showing({ unitId }) !== "nothing")) withUnits += 1;
      expect(leaksOf(world, { before: maskCounts(world.all), after })).toEqual([]);
    }),
    { numRuns: 1500, seed: 20_261_121, endOnFailure: true },
  );
  expect(tried).toBeGreaterThan(60);
  expect(withUnits).toBeGreaterThan(20);
});

test("without regard to what was left out, the same attack finds it", () => {
  const sheets = (n: number, unit: number, mode: Sheet["mode"]): Sheet[] =>
    Array.from({ length: n }, () => ({ unit, procedure: 0, mode, answers: [4, 5, 4] }));
  const kept = [...sheets(30, 0, "open_link"), ...sheets(30, 1, "open_link")];
  const out = [...sheets(2, 0, "kiosk"), ...sheets(9, 1, "kiosk")];
  const world = countWorld({ all: [...kept, ...out], kept, out });
  const before = maskCounts(world.all);
  expect(leaksOf(world, { before, after: maskCounts(world.kept) })).not.toEqual([]);
  expect(leaksOf(world, { before, after: maskBeside(world.kept, [{ counts: world.out, isOut: true }]) })).toEqual([]);
});
