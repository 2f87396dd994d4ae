import fc from "fast-check";
import { expect, test } from "vitest";
import { attackThreeLevels } from "#tests/support/survey-attack/attack-three-levels.ts";
import { readThreeLevels, type RowsOf } from "#tests/support/survey-attack/read-three-levels.ts";
import { noLevels, slipRound, type SlipRound, slipRounds } from "#tests/support/survey-attack/three-level-world.ts";
import { suppressedFigure } from "../insights/figures.ts";
import { suppressTwoWay } from "../insights/suppression.ts";
import { answered, type Levels } from "../surveys/mask-three-levels.ts";
import { threeLevelRows } from "./three-levels.ts";

const leaksOf = (rounds: readonly SlipRound[], options: { bounds?: boolean; rowsOf?: RowsOf } = {}) =>
  attackThreeLevels(rounds, readThreeLevels(rounds, options.rowsOf), options);

/** Units and quarters masked for themselves, whatever rounds they are made of and whatever these tell on their own pages. */
const byThemselves: RowsOf = (rounds) => {
  const cells = rounds.flatMap(({ counted }) => counted);
  const units = [...new Set(cells.map(({ unitId }) => unitId))];
  const quarters = [...new Set(cells.map(({ quarter }) => quarter))];
  const sum = (unitId: string | null, quarter: string) =>
    cells
      .filter((cell) => (unitId === null || cell.unitId === unitId) && cell.quarter === quarter)
      .reduce<Levels>((all, { levels }) => [all[0] + levels[0], all[1] + levels[1], all[2] + levels[2]], noLevels);
  const mask = suppressTwoWay(units.map((unitId) => quarters.map((quarter) => answered(sum(unitId, quarter)))));
  const none = suppressedFigure("three_level_share");
  const line = (unitId: string | null, quarter: string, isHidden = true) => ({
    unitId,
    quarter,
    counts: isHidden ? null : sum(unitId, quarter),
    figures: [none, none, none] as const,
  });
  return quarters.flatMap((quarter, column) => [
    line(null, quarter, mask.columnTotals[column]),
    ...units.map((unitId, row) => line(unitId, quarter, mask.hidden[row]?.[column])),
  ]);
};

/** What is told of rounds that go on, each line once. */
const shown = (rounds: readonly SlipRound[]) => [
  ...new Set(readThreeLevels(rounds).map(({ counts, unitId, quarter = "all" }) => `${unitId ?? "all"} ${quarter}: ${counts.join(" ")}`)),
];

test("a quarter does not tell of the three slips of a round that is hidden, beside another that is shown", () => {
  const rounds = [slipRound({ "u0 2026-Q3": [6, 20, 14] }), slipRound({ "u0 2026-Q3": [2, 0, 1] })];
  expect(leaksOf(rounds, { rowsOf: byThemselves })).toContain("dissatisfied: 2 of round 1, u0 2026-Q3 kept");
  expect(leaksOf(rounds)).toEqual([]);
  expect(shown(rounds)).toEqual(["all all: 6 20 14"]);
});

test("a level that a round's page hides is hidden by quarter too", () => {
  const rounds = [slipRound({ "u0 2026-Q3": [2, 18, 20] })];
  expect(leaksOf(rounds, { rowsOf: byThemselves })).toContain("dissatisfied: 2 of round 0, u0 2026-Q3 kept");
  expect(shown(rounds)).toEqual([]);
});

test("rounds that may be shown stand in one quarter, each on its page and both together", () => {
  const rounds = [slipRound({ "u0 2026-Q3": [6, 20, 14], "u1 2026-Q3": [0, 9, 8] }), slipRound({ "u0 2026-Q3": [5, 0, 7] })];
  expect(shown(rounds)).toEqual(["all 2026-Q3: 11 29 29", "u0 2026-Q3: 11 20 21", "u1 2026-Q3: 0 9 8", "all all: 6 29 22", "all all: 5 0 7"]);
  expect(leaksOf(rounds, { bounds: true })).toEqual([]);
});

test("slips that were left out are subtracted where enough were left out and stayed, and nowhere else", () => {
  const round = (first: Levels): SlipRound => ({
    goes: "published",
    places: [
      { unitId: "u0", quarter: "2026-Q3", kept: [6, 20, 14], first, second: noLevels },
      { unitId: "u1", quarter: "2026-Q3", kept: [0, 9, 8], first: noLevels, second: noLevels },
    ],
  });
  const after = (first: Levels) => {
    const { places } = round(first);
    const cells = (counts: (place: (typeof places)[number]) => Levels) =>
      places.map((place) => ({ unitId: place.unitId, quarter: place.quarter, levels: counts(place) }));
    const received = cells(({ kept, first: out }) => [kept[0] + out[0], kept[1] + out[1], kept[2] + out[2]]);
    return threeLevelRows([{ counted: cells(({ kept }) => kept), received, setAside: [cells((place) => place.first)] }]).map(({ counts }) => counts);
  };
  expect(after([7, 0, 5])).toEqual([
    [6, 29, 22],
    [6, 20, 14],
    [0, 9, 8],
  ]);
  expect(after([2, 0, 9])).toEqual([null, null, [0, 9, 8]]);
  for (const first of [
    [7, 0, 5],
    [2, 0, 9],
  ] as const)
    expect(leaksOf([round(first)], { bounds: true })).toEqual([]);
});

test("nothing that pages, the API, editions and corrections tell of three-level slips lets one to four be computed", () => {
  let [published, subtracted] = [0, 0];
  fc.assert(
    fc.property(slipRounds, (rounds) => {
      const statements = readThreeLevels(rounds);
      published += statements.filter(({ unitId }) => unitId !== undefined).length;
      subtracted += statements.filter(({ rounds: of }) => [...of.values()].some((parts) => !parts.includes("first"))).length;
      expect(attackThreeLevels(rounds, statements)).toEqual([]);
    }),
    { numRuns: 300, endOnFailure: true },
  );
  expect(published).toBeGreaterThan(100);
  expect(subtracted).toBeGreaterThan(50);
});

test("nor be bounded to one, two, three or four", () => {
  fc.assert(
    fc.property(slipRounds, (rounds) => {
      expect(leaksOf(rounds, { bounds: true })).toEqual([]);
    }),
    { numRuns: 150, endOnFailure: true },
  );
});

test("the same attack finds small groups in most rounds where quarters are masked by themselves", () => {
  const worlds = fc.sample(slipRounds, { numRuns: 100, seed: 7 });
  expect(worlds.filter((rounds) => leaksOf(rounds, { rowsOf: byThemselves }).length > 0).length).toBeGreaterThan(40);
});
