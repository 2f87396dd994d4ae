import fc from "fast-check";
import { expect, test } from "vitest";
import type { LevelCounts } from "./estimators.ts";
import { figureOfCounts, figureOfCriteria, figureOfMedian, figureOfRate, figureOfTotal, type Figure, type ScaleMetricId } from "./figures.ts";
import { metrics } from "./metrics.ts";
import { metricIds } from "./vocabulary.ts";

const scaleMetrics: ScaleMetricId[] = ["satisfaction_index", "dissatisfaction_rate", "mean_score", "answer_rating"];
const width = (figure: Figure) => (figure.high ?? 0) - (figure.low ?? 0);
const counts = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40));

test("a figure carries its metric, version, value, base and interval", () => {
  expect(figureOfCounts("satisfaction_index", [2, 3, 10, 60, 25])).toEqual({
    metric: "satisfaction_index",
    version: 2,
    value: 85,
    n: 100,
    low: 76.72,
    high: 90.69,
    suppressed: false,
    small: false,
  });
});

test("fewer than five answers give no number at all, not even how few", () => {
  for (const metric of scaleMetrics) {
    expect(figureOfCounts(metric, [0, 0, 0, 4, 0])).toEqual({
      metric,
      version: metrics[metric].version,
      value: null,
      n: null,
      low: null,
      high: null,
      suppressed: true,
      small: false,
    });
  }
  expect(figureOfCriteria("satisfaction_index", [[[0, 0, 0, 4, 0]]], { sheets: 4, variant: "pooled" }).suppressed).toBe(true);
});

test("five answers are shown as a small sample, thirty as a full one", () => {
  expect(figureOfCounts("satisfaction_index", [0, 0, 0, 5, 0])).toMatchObject({ n: 5, small: true, suppressed: false });
  expect(figureOfCounts("satisfaction_index", [0, 0, 0, 30, 0])).toMatchObject({ n: 30, small: false });
});

test("a mean score and an ordinary count have no interval", () => {
  expect(figureOfCounts("mean_score", [2, 3, 10, 60, 25])).toMatchObject({ value: 4.03, low: null, high: null });
  expect(figureOfTotal("cases_received", 3)).toMatchObject({
    value: 3,
    n: 3,
    low: null,
    suppressed: false,
    small: false,
  });
});

test("several criteria together: the base and the interval are sheets, not answers", () => {
  const criteria: LevelCounts[] = [
    [5, 0, 10, 60, 25],
    [4, 3, 3, 6, 4],
  ];
  const pooled = figureOfCriteria("satisfaction_index", [criteria], { sheets: 100, variant: "pooled" });
  expect(pooled).toMatchObject({ value: 79.17, n: 100 });
  expect(width(pooled)).toBeGreaterThan(15);
  expect(figureOfCriteria("satisfaction_index", [criteria], { sheets: 100, variant: "mean" })).toMatchObject({
    value: 67.5,
  });
  expect(figureOfCriteria("dissatisfaction_rate", [criteria], { sheets: 110, variant: "pooled" }).value).toBe(10);
});

test("as a mean, factors weigh alike however many criteria each has; pooled, every answer does", () => {
  // First factor 100 and 100, second 50: (100 + 50) ÷ 2 = 75, not (100 + 100 + 50) ÷ 3. Pooled (20 + 20 + 10) ÷ 60.
  const factors: LevelCounts[][] = [
    [
      [0, 0, 0, 10, 10],
      [0, 0, 0, 20, 0],
    ],
    [[6, 4, 0, 10, 0]],
  ];
  const mean = figureOfCriteria("satisfaction_index", factors, { sheets: 20, variant: "mean" });
  expect(mean).toMatchObject({ value: 75, n: 20 });
  // Wilson of 15 in 20.
  expect([mean.low, mean.high]).toEqual([53.13, 88.81]);
  expect(figureOfCriteria("satisfaction_index", factors, { sheets: 20, variant: "pooled" }).value).toBe(83.33);
  // (0 + 50) ÷ 2
  expect(figureOfCriteria("dissatisfaction_rate", factors, { sheets: 20, variant: "mean" }).value).toBe(25);
  // A factor nobody answered is none.
  expect(figureOfCriteria("satisfaction_index", [...factors, [[0, 0, 0, 0, 0]]], { sheets: 20, variant: "mean" }).value).toBe(75);
});

test("sheets that cannot have given the answers are a mistake of the caller", () => {
  const criteria: LevelCounts[] = [[0, 0, 0, 10, 0]];
  expect(() => figureOfCriteria("satisfaction_index", [criteria], { sheets: 9, variant: "pooled" })).toThrow(RangeError);
  expect(() => figureOfCriteria("satisfaction_index", [criteria], { sheets: 11, variant: "pooled" })).toThrow(RangeError);
});

test("3,214 sheets at 87.4 % are good to 1.1 points", () => {
  const figure = figureOfCounts("satisfaction_index", [100, 105, 200, 1409, 1400]);
  expect(figure.value).toBe(87.4);
  expect((width(figure) / 2).toFixed(1)).toBe("1.1");
});

test("what the authority does itself is shown however little it is, without an interval", () => {
  expect(figureOfRate("on_time_rate", 2, 3)).toMatchObject({
    value: 66.67,
    n: 3,
    suppressed: false,
    small: true,
    low: null,
  });
  expect(figureOfRate("slip_return_rate", 0, 0)).toMatchObject({ value: null, n: 0, suppressed: false });
  expect(() => figureOfRate("on_time_rate", 4, 3)).toThrow(RangeError);
});

test("the median is the middle case, or between the two middle ones", () => {
  expect(figureOfMedian("median_days_to_answer", [12, 3, 7])).toMatchObject({ value: 7, n: 3 });
  expect(figureOfMedian("median_days_to_answer", [12, 3, 7, 8])).toMatchObject({ value: 7.5, n: 4 });
  expect(figureOfMedian("median_days_to_answer", [])).toMatchObject({ value: null, n: 0 });
});

test("every metric is defined in both languages, with formula, base, rounding and interval", () => {
  expect(Object.keys(metrics)).toEqual([...metricIds]);
  for (const metric of Object.values(metrics)) {
    for (const words of [metric.name, metric.definition, metric.base, metric.interval.note]) {
      expect(words.vi.length).toBeGreaterThan(5);
      expect(words.en.length).toBeGreaterThan(5);
      expect(words.vi).not.toBe(words.en);
    }
    expect(metric.formula.vi.length).toBeGreaterThan(10);
    expect(metric.formula.en.length).toBeGreaterThan(10);
    expect(metric.interval.confidence).toBe(metric.interval.method === "none" ? null : 0.95);
  }
});

test("a figure is either wholly there or wholly suppressed", () => {
  fc.assert(
    fc.property(fc.constantFrom(...scaleMetrics), counts, (metric, levels) => {
      const n = levels.reduce((sum, level) => sum + level, 0);
      const figure = figureOfCounts(metric, levels);
      expect([figure.suppressed, figure.n, figure.value === null]).toEqual(n < 5 ? [true, null, true] : [false, n, false]);
      const ends = n < 5 || metric === "mean_score" ? "object" : "number";
      expect([typeof figure.low, typeof figure.high]).toEqual([ends, ends]);
    }),
  );
});

test("every index lies within its interval, and that between 0 and 100", () => {
  fc.assert(
    fc.property(fc.constantFrom(...scaleMetrics.filter((id) => id !== "mean_score")), counts, (metric, levels) => {
      const { low, value, high } = figureOfCounts(metric, levels);
      fc.pre(low !== null && value !== null && high !== null);
      expect([0, low, value, high, 100].toSorted((a, b) => a - b)).toEqual([0, low, value, high, 100]);
    }),
  );
});
