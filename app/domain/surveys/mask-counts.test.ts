import fc from "fast-check";
import { expect, test } from "vitest";
import type { LevelCounts } from "../insights/estimators.ts";
import { type CountsMask, maskCounts, type Place } from "./mask-counts.ts";

/** Answers to two criteria at each unit and procedure; most of them few, so that hiding is hard. */
const few = fc.oneof(fc.constant(0), fc.nat(6), fc.nat(40));
const worlds = fc.record({ units: fc.integer({ min: 1, max: 4 }), procedures: fc.integer({ min: 1, max: 4 }) }).chain(({ units, procedures }) =>
  fc.array(fc.tuple(few, few), { minLength: units * procedures, maxLength: units * procedures }).map((answers) =>
    answers.map(([a, b], index) => {
      const reached = Math.max(a, b);
      const levels: LevelCounts[] = [a, b].map((n) => [0, 0, 0, n, 0]);
      return {
        unitId: `u${index % units}`,
        procedureId: `p${Math.floor(index / units)}`,
        mode: "open_link",
        sheets: reached,
        reached: [reached],
        levels,
      };
    }),
  ),
);
type World =
  ReturnType<typeof maskCounts> extends CountsMask
    ? { unitId: string; procedureId: string; mode: string; sheets: number; reached: number[]; levels: LevelCounts[] }[]
    : never;

test("nothing shown of units, procedures and criteria adds up to a group of fewer than five", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const mask = maskCounts(world);
      const known = knowledge(world, mask);
      for (const place of placesOf(world)) {
        for (const criterion of [0, 1]) {
          const secret = vectorOf(world, place, [criterion]);
          const n = weigh(world, secret);
          if (n === 0 || n >= 5) continue;
          expect(mask.showing(place), JSON.stringify(place)).not.toBe("detail");
          expect(rankOf([...known, secret]), `${JSON.stringify(place)} criterion ${criterion}`).toBe(rankOf(known) + 1);
        }
      }
    }),
    { numRuns: 400 },
  );
});

test("where everybody answered everything and there are enough of them, everything is shown", () => {
  const cell = (unitId: string, n: number) => ({
    unitId,
    procedureId: null,
    mode: "open_link",
    sheets: n,
    reached: [n],
    levels: [[0, 0, 0, n, 0]] as LevelCounts[],
  });
  const mask = maskCounts([cell("a", 5), cell("b", 60)]);
  expect([{}, { unitId: "a" }, { unitId: "b" }, { procedureId: null }].map((place) => mask.showing(place))).toEqual([
    "detail",
    "detail",
    "detail",
    "detail",
  ]);
  expect(mask.showing({ unitId: "c" })).toBe("nothing");
  expect(maskCounts([]).showing({})).toBe("nothing");
});

test("a way of answering that few chose is hidden with the next smallest", () => {
  const cell = (mode: string, n: number) => ({
    unitId: "a",
    procedureId: null,
    mode,
    sheets: n,
    reached: [n],
    levels: [[0, 0, 0, n, 0]] as LevelCounts[],
  });
  const mask = maskCounts([cell("open_link", 50), cell("desk_slip", 3), cell("kiosk", 8)]);
  expect(["open_link", "desk_slip", "kiosk", "paper"].map((mode) => mask.modeIsShown(mode))).toEqual([true, false, false, false]);
});

function placesOf(world: World): Place[] {
  const units = [undefined, ...new Set(world.map((cell) => cell.unitId))];
  const procedures = [undefined, ...new Set(world.map((cell) => cell.procedureId))];
  return units.flatMap((unitId) => procedures.map((procedureId) => ({ unitId, procedureId })));
}

/** Everything that is shown, as sums over unknown cells: answers per criterion with the detail, all answers with the overall figure. Cells of nought are known. */
function knowledge(world: World, mask: CountsMask): number[][] {
  return placesOf(world).flatMap((place) => {
    const showing = mask.showing(place);
    if (showing === "nothing") return [];
    return [vectorOf(world, place, [0, 1]), ...(showing === "detail" ? [vectorOf(world, place, [0]), vectorOf(world, place, [1])] : [])];
  });
}

function vectorOf(world: World, { unitId, procedureId }: Place, criteria: number[]): number[] {
  return world.flatMap((cell) =>
    [0, 1].map((criterion) => {
      const within = (unitId === undefined || cell.unitId === unitId) && (procedureId === undefined || cell.procedureId === procedureId);
      return within && criteria.includes(criterion) && answersAt(cell, criterion) > 0 ? 1 : 0;
    }),
  );
}

const answersAt = (cell: World[number], criterion: number) => cell.levels[criterion]?.[3] ?? 0;
const weigh = (world: World, vector: number[]) =>
  world.flatMap((cell) => [answersAt(cell, 0), answersAt(cell, 1)]).reduce((sum, n, at) => sum + n * (vector[at] ?? 0), 0);

function rankOf(vectors: number[][]): number {
  const rows = vectors.map((vector) => [...vector]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const at = rows.findIndex((row, index) => index >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    const pivot = rows[at];
    if (!pivot) continue;
    rows.splice(at, 1);
    rows.splice(rank, 0, pivot);
    for (const [index, row] of rows.entries()) {
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
      if (index === rank || factor === 0) continue;
      for (let place = 0; place < row.length; place += 1) row[place] = (row[place] ?? 0) - factor * (pivot[place] ?? 0);
    }
    rank += 1;
  }
  return rank;
}
