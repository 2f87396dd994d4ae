import fc from "fast-check";
import { expect, test } from "vitest";
import { countCells, roundOf, type Sheet } from "#tests/support/survey-attack/world.ts";
import { noSums } from "../insights/strata.ts";
import { stratifiedRatio } from "../insights/stratified.ts";
import type { SheetCounts } from "./count-sheets.server.ts";
import { figuresOfGroup } from "./group-figures.ts";
import { maskCounts } from "./mask-counts.ts";
import { countByStratum, type SampleStratum, weighSample } from "./weigh-sample.ts";

const unitStratum = (unit: number, population: number): SampleStratum => ({ unitId: `u${unit}`, procedureId: null, population });

const sheets = (n: number, unit: number, answers: number[], procedure = 0): Sheet[] =>
  Array.from({ length: n }, () => ({ unit, procedure, mode: "sample" as const, answers }));

/** Counts with the sums that are kept of people drawn, added up here sheet by sheet. */
function drawn(list: readonly Sheet[]): SheetCounts[] {
  const groups = [[0, 1], [0], [1]];
  return countCells(list).map((cell) => {
    const own = list.filter(
      (sheet) => `u${sheet.unit}` === cell.unitId && (sheet.procedure === 0 ? null : `p${sheet.procedure}`) === cell.procedureId,
    );
    const sums = groups.map((places) => {
      const pairs = own.map(({ answers }) => ({
        x: places.filter((place) => (answers[place] ?? 0) > 0).length,
        y: places.filter((place) => (answers[place] ?? 0) > 3).length,
      }));
      const add = (part: (pair: { x: number; y: number }) => number) => pairs.reduce((sum, pair) => sum + part(pair), 0);
      return {
        n: own.length,
        reached: add(({ x }) => (x > 0 ? 1 : 0)),
        y: add(({ y }) => y),
        x: add(({ x }) => x),
        yy: add(({ y }) => y * y),
        xy: add(({ x, y }) => x * y),
        xx: add(({ x }) => x * x),
      };
    });
    return { ...cell, sums };
  });
}

function figuresOf(list: readonly Sheet[], strata: readonly SampleStratum[], place = {}) {
  const counts = countByStratum(drawn(list), strata) ?? [];
  const mask = maskCounts(counts);
  return figuresOfGroup(roundOf(4), { group: "drawn", counts, mask, weights: weighSample(counts, strata, mask) }, place);
}

test("a unit with many customers and few sheets counts for its customers", () => {
  // (900 × 10/20 + 100 × 30/30) ÷ 1000 = 0.55, where plain counting says 40/50 = 0.8
  const list = [...sheets(10, 0, [5, 5, 5]), ...sheets(10, 0, [1, 1, 1]), ...sheets(30, 1, [4, 4, 4])];
  const figures = figuresOf(list, [unitStratum(0, 900), unitStratum(1, 100)]);
  expect(figures).toMatchObject({ sheets: 50, sample: { population: 1000, strata: 2, weights: 2 } });
  expect(figures.overall).toMatchObject({ metric: "sample_satisfaction", value: 55, n: 50, method: "stratified_linearised" });
  expect(figures.dissatisfaction).toMatchObject({ metric: "sample_dissatisfaction", value: 45 });
  expect(figures.units.slice(0, 2).map(({ figure }) => figure.value)).toEqual([50, 100]);
});

test("where everybody was drawn and answered there is a figure and no doubt", () => {
  const { overall, criteria } = figuresOf([...sheets(6, 0, [5, 5, 5]), ...sheets(6, 0, [1, 1, 1])], [unitStratum(0, 12)]);
  expect(overall).toMatchObject({ value: 50, low: 50, high: 50, effective: null });
  expect(criteria[0]?.figure).toMatchObject({ value: 50, low: 50, high: 50, method: "wilson_fpc" });
});

test("one stratum and one question is a simple random sample from a finite list", () => {
  // n(N − 1)/(N − n) = 20 × 39/20 = 39; Wilson of 0.5 with 39 is 0.3500… to 0.6499…
  const { criteria } = figuresOf([...sheets(10, 0, [5, 5, 5]), ...sheets(10, 0, [1, 1, 1])], [unitStratum(0, 40)]);
  expect(criteria[0]?.figure).toMatchObject({ value: 50, low: 35.03, high: 64.97, method: "wilson_fpc", effective: 39 });
});

test("sheets that all agree in themselves err more than as many answers would", () => {
  const together = figuresOf([...sheets(20, 0, [5, 5, 5]), ...sheets(20, 0, [1, 1, 1])], [unitStratum(0, 4000)]).overall;
  const apart = figuresOf(
    [
      [5, 5, 5],
      [5, 1, 5],
      [1, 5, 1],
      [1, 1, 1],
    ].flatMap((answers) => sheets(10, 0, answers)),
    [unitStratum(0, 4000)],
  ).overall;
  expect([together.value, apart.value]).toEqual([50, 50]);
  expect((together.high ?? 0) - (together.low ?? 0)).toBeGreaterThan(25);
  expect((apart.high ?? 0) - (apart.low ?? 0)).toBeLessThan((together.high ?? 0) - (together.low ?? 0));
});

test("a stratum that hardly answered is weighted with its neighbour, and its people still count", () => {
  const list = [...sheets(3, 0, [1, 1, 1]), ...sheets(9, 1, [5, 5, 5]), ...sheets(40, 2, [5, 5, 5])];
  const { sample, overall, units } = figuresOf(list, [unitStratum(0, 300), unitStratum(1, 100), unitStratum(2, 600), unitStratum(3, 0)]);
  expect(sample).toEqual({ population: 1000, strata: 3, weights: 2 });
  // (400 × 9/12 + 600 × 1) ÷ 1000 = 0.9
  expect(overall).toMatchObject({ value: 90, n: 52 });
  expect(units.map(({ figure }) => figure.suppressed)).toEqual([true, true, false, true]);
});

test("a sheet that belongs to no stratum leaves the sample unweighted", () => {
  expect(countByStratum(drawn(sheets(5, 1, [5, 5, 5])), [unitStratum(0, 10)])).toBeUndefined();
});

test("procedures without a stratum of their own are not told apart", () => {
  const list = [...sheets(8, 0, [5, 5, 5], 1), ...sheets(30, 0, [1, 1, 1], 2)];
  expect(figuresOf(list, [unitStratum(0, 100)], { procedureId: "p1" })).toMatchObject({ showing: "nothing", overall: { suppressed: true } });
  expect(figuresOf(list, [unitStratum(0, 100)], { unitId: "u0" })).toMatchObject({ showing: "detail" });
});

const answer = fc.integer({ min: 0, max: 5 });
const samples = fc.array(
  fc.record({
    unit: fc.nat(3),
    procedure: fc.nat(2),
    mode: fc.constant("sample" as const),
    answers: fc.tuple(answer, fc.integer({ min: 1, max: 5 }), answer),
  }),
  { minLength: 1, maxLength: 80 },
);
const populations = fc.array(fc.integer({ min: 80, max: 4000 }), { minLength: 4, maxLength: 4 });

test("weights of what is hidden are one, so that weighted sums tell no more of it than plain ones", () => {
  fc.assert(
    fc.property(samples, populations, (list, people) => {
      const strata = people.map((population, unit) => unitStratum(unit, population));
      const counts = countByStratum(drawn(list), strata) ?? [];
      const mask = maskCounts(counts);
      const weights = weighSample(counts, strata, mask);
      const weightOf = (cell: SheetCounts) => weights.strataFor([cell], ({ sums }) => sums?.[0] ?? noSums).find(({ sums }) => sums.x > 0)?.key;
      const hidden = counts.filter((cell) => (cell.reached[0] ?? 0) > 0 && mask.showing(cell) === "nothing").map(weightOf);
      expect(new Set(hidden).size).toBeLessThanOrEqual(1);
      expect(weights.population).toBe(people.reduce((sum, n) => sum + n, 0));
    }),
  );
});

test("every figure of a sample lies in its interval, and is what counting with weights sheet by sheet gives", () => {
  fc.assert(
    fc.property(samples, populations, (list, people) => {
      const strata = people.map((population, unit) => unitStratum(unit, population));
      const counts = countByStratum(drawn(list), strata) ?? [];
      const mask = maskCounts(counts);
      const weights = weighSample(counts, strata, mask);
      const { overall } = figuresOfGroup(roundOf(4), { group: "drawn", counts, mask, weights });
      if (overall.value === null || overall.low === null || overall.high === null) return;
      expect([0, overall.low, overall.value, overall.high, 100].toSorted((a, b) => a - b)).toEqual([
        0,
        overall.low,
        overall.value,
        overall.high,
        100,
      ]);

      const classes = weights.strataFor(counts, ({ sums }) => sums?.[0] ?? noSums);
      const estimate = stratifiedRatio(classes);
      expect(overall.value).toBeCloseTo(100 * (estimate?.share ?? -1), 1);
      expect(overall.n).toBe(list.filter(({ answers }) => (answers[0] ?? 0) + (answers[1] ?? 0) > 0).length);
    }),
  );
});
