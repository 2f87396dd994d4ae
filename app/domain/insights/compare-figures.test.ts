import fc from "fast-check";
import { expect, test } from "vitest";
import { compareFigures, rankFigures } from "./compare-figures.ts";
import { figureOfCounts } from "./figures.ts";

const figure = (satisfied: number, n: number) => figureOfCounts("satisfaction_index", [0, 0, n - satisfied, satisfied, 0]);

test("a difference within chance is told as unclear, a clear one with its direction", () => {
  expect(compareFigures(figure(850, 1000), figure(700, 1000))).toMatchObject({ metric: "round_difference", verdict: "higher", points: 15 });
  expect(compareFigures(figure(700, 1000), figure(850, 1000))).toMatchObject({ verdict: "lower", points: -15 });
  const unclear = compareFigures(figure(85, 100), figure(80, 100));
  expect(unclear).toMatchObject({ verdict: "unclear", points: 5 });
  expect([(unclear.low ?? 0) < 0, (unclear.high ?? 0) > 0]).toEqual([true, true]);
});

test("fewer than thirty sheets are never compared, and hidden ones neither", () => {
  for (const few of [figure(29, 29), figure(3, 4)]) {
    expect(compareFigures(few, figure(10, 1000))).toEqual({
      metric: "round_difference",
      version: 1,
      verdict: "few",
      points: null,
      low: null,
      high: null,
      p: null,
    });
  }
});

test("units that cannot be told apart share a range, small ones have no place", () => {
  expect(rankFigures([figure(950, 1000), figure(800, 1000), figure(805, 1000), figure(20, 20), figure(300, 1000)])).toEqual([
    { best: 1, worst: 1 },
    { best: 2, worst: 3 },
    { best: 2, worst: 3 },
    null,
    { best: 4, worst: 4 },
  ]);
});

test("where no two units differ there is no ranking at all", () => {
  expect(rankFigures([figure(40, 50), figure(38, 50), figure(44, 50)])).toBeNull();
  expect(rankFigures([figure(40, 50)])).toBeNull();
  expect(rankFigures([])).toBeNull();
});

test("of many units that are truly alike hardly one is ever ranked: Holm holds the error of the whole list", () => {
  let ranked = 0;
  const seeds = Array.from({ length: 200 }, (_, seed) => seed);
  for (const seed of seeds) {
    const draws = fc.sample(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1200, maxLength: 1200 }), { numRuns: 1, seed })[0] ?? [];
    const units = Array.from({ length: 12 }, (_, unit) => figure(draws.slice(unit * 100, unit * 100 + 100).filter((one) => one < 80).length, 100));
    if (rankFigures(units) !== null) ranked += 1;
  }
  expect(ranked).toBeLessThanOrEqual(20);
});

test("a higher share never has a worse place than a lower one on as many sheets", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 2, maxLength: 12 }), (list) => {
      const ranks = rankFigures(list.map((satisfied) => figure(satisfied, 200))) ?? [];
      for (const [index, one] of ranks.entries()) {
        for (const [other, two] of ranks.entries()) {
          if ((list[index] ?? 0) <= (list[other] ?? 0) || !one || !two) continue;
          expect(one.best).toBeLessThanOrEqual(two.best);
          expect(one.worst).toBeLessThanOrEqual(two.worst);
        }
      }
    }),
  );
});
