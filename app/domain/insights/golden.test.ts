import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { holm, newcombe, pooledP } from "./comparison.ts";
import { spearman } from "./correlation.ts";
import { spearmanInterval, spearmanVariance } from "./correlation-interval.ts";
import { designEffect, kishEffect } from "./design-effect.ts";
import { wilson, wilsonOfShare } from "./estimators.ts";
import { finiteEffectiveN, wilsonFinite } from "./finite-population.ts";
import { postStratified } from "./post-stratify.ts";
import { type ConfidenceLevel, normalQuantile, studentQuantile, twoSidedP } from "./quantiles.ts";
import { addSums, noSums, type Stratum, sumsOfQuestion } from "./strata.ts";
import { meanOfShares, type ShareEstimate, stratifiedInterval, stratifiedRatio } from "./stratified.ts";

const number = z.number();
const level = z.union([z.literal(0.9), z.literal(0.95), z.literal(0.99)]);
const ofN = z.object({ k: number, n: number, low: number, high: number });
const Golden = z.object({
  normal: z.array(z.object({ level, z: number })),
  student: z.array(z.object({ level, df: number, t: number })),
  twoSidedP: z.array(z.object({ z: number, p: number })),
  wilson: z.array(ofN),
  wilsonFinite: z.array(ofN.extend({ population: number })),
  stratified: z.array(
    z.object({
      strata: z.array(z.object({ population: number, sheets: z.array(z.tuple([number, number])) })),
      share: number,
      variance: number,
      df: number,
      n: number,
      effectiveN: number.nullable(),
      low: number,
      high: number,
    }),
  ),
  postStratified: z.array(
    z.object({ kinds: z.array(z.object({ population: number, n: number, satisfied: number })), share: number, variance: number, df: number }),
  ),
  newcombe: z.array(z.object({ a: z.tuple([number, number]), b: z.tuple([number, number]), low: number, high: number, p: number })),
  holm: z.array(z.object({ values: z.array(number), adjusted: z.array(number) })),
  spearman: z.array(z.object({ counts: z.array(z.array(number)), value: number.nullable() })),
  spearmanInterval: z.array(z.object({ counts: z.array(z.array(number)), value: number, variance: number, low: number, high: number })),
  kish: z.array(z.object({ classes: z.array(z.object({ weight: number, n: number })), effect: number })),
});
const golden = Golden.parse(JSON.parse(readFileSync(new URL("../../../tests/golden/estimators.json", import.meta.url), "utf8")));

/** To 1e-9, of the number itself where it is larger than 1. */
function expectClose(actual: number | null | undefined, expected: number, what: unknown) {
  expect(Math.abs((actual ?? Number.NaN) - expected) / Math.max(1, Math.abs(expected)), JSON.stringify(what)).toBeLessThan(1e-9);
}

function share(k: number, n: number) {
  return { share: k / n, n, ...(wilson(k, n) ?? { low: 0, high: 1 }) };
}

test("quantiles and p-values are those of the second computation", () => {
  for (const one of golden.normal) expectClose(normalQuantile(one.level), one.z, one);
  for (const one of golden.student) expectClose(studentQuantile(one.level, one.df), one.t, one);
  for (const one of golden.twoSidedP) expectClose(twoSidedP(one.z), one.p, one);
  for (const { z, p } of golden.twoSidedP.slice(-4)) expect(Math.abs(twoSidedP(z) / p - 1)).toBeLessThan(1e-9);
  expect(golden.student.length).toBeGreaterThan(40);
});

test("t is as every printed table has it", () => {
  expect([1, 4, 30, 120].map((df) => studentQuantile(0.95, df).toFixed(3))).toEqual(["12.706", "2.776", "2.042", "1.980"]);
  expect(() => studentQuantile(0.95, 0)).toThrow(RangeError);
  expect(() => studentQuantile(0.05 as ConfidenceLevel, 500)).toThrow(RangeError);
});

test("Wilson intervals, with and without a finite population, are those of the second computation", () => {
  expect(golden.wilsonFinite).toHaveLength(9);
  for (const one of golden.wilson) {
    expectClose(wilson(one.k, one.n)?.low, one.low, one);
    expectClose(wilson(one.k, one.n)?.high, one.high, one);
  }
  for (const one of golden.wilsonFinite) {
    const interval = wilsonFinite(one.k / one.n, one.n, one.population);
    expectClose(interval.low, one.low, one);
    expectClose(interval.high, one.high, one);
  }
});

test("whoever asks everybody has a point, whoever asks half has twice the number", () => {
  expect(wilsonFinite(0.7, 10, 10)).toEqual({ low: 0.7, high: 0.7 });
  // 50·(100 − 1)/(100 − 50) = 99
  expect(finiteEffectiveN(50, 100)).toBe(99);
  expect(wilsonFinite(0.7, 50, 100)).toEqual(wilsonOfShare(0.7, 99));
  expect(() => finiteEffectiveN(11, 10)).toThrow(RangeError);
  expect(() => finiteEffectiveN(0, 10)).toThrow(RangeError);
});

test("stratified shares, their variance, degrees of freedom and interval are those computed sheet by sheet", () => {
  expect(golden.stratified).toHaveLength(27);
  for (const one of golden.stratified) {
    const estimate = stratifiedRatio(
      one.strata.map(({ population, sheets }, index): Stratum => {
        const sums = sheets.reduce((all, [y, x]) => addSums(all, { n: 1, reached: x > 0 ? 1 : 0, y, x, yy: y * y, xy: x * y, xx: x * x }), noSums);
        return { key: String(index), population, sums };
      }),
    );
    if (!estimate) throw new Error("There is no estimate");
    expectClose(estimate.share, one.share, one);
    expectClose(estimate.variance, one.variance, one);
    expect([estimate.df, estimate.n]).toEqual([one.df, one.n]);
    if (one.effectiveN === null) expect(estimate.effectiveN).toBe(Infinity);
    else expectClose(estimate.effectiveN, one.effectiveN, one);
    expectClose(stratifiedInterval(estimate).low, one.low, one);
    expectClose(stratifiedInterval(estimate).high, one.high, one);
  }
});

const single = (population: number, n: number, satisfied: number): Stratum => ({ key: "", population, sums: sumsOfQuestion(n, n, satisfied) });

test("Cochran 3.2: 38 wrong among 200 of 3,042 addresses are 578 ± 81.8", () => {
  // p = 38/200 = 0.19; 3042 × 0.19 = 577.98; √((1 − 200/3042) × 0.19 × 0.81 ÷ 199) × 3042 = 81.77…
  const estimate = stratifiedRatio([single(3042, 200, 38)]);
  expectClose(estimate?.share, 0.19, "p");
  expect((3042 * (estimate?.share ?? 0)).toFixed(0)).toBe("578");
  expect((3042 * Math.sqrt(estimate?.variance ?? 0)).toFixed(1)).toBe("81.8");
  expectClose(estimate?.variance, ((1 - 200 / 3042) * 0.19 * 0.81) / 199, "v(p)");
});

test("Lohr, chapter 3: seven learned societies are 0.2465 with a standard error of 0.0071", () => {
  // Σ N_h·p_h = 3458 + 526.5 + 990 + 2061.5 + 756 + 715 + 2340 = 10847; ÷ 44000 = 0.24652…
  const societies = [
    [9100, 636, 38],
    [1950, 451, 27],
    [5500, 481, 18],
    [10_850, 611, 19],
    [2100, 493, 36],
    [5500, 575, 13],
    [9000, 588, 26],
  ] as const;
  const estimate = stratifiedRatio(societies.map(([population, n, percent]) => single(population, n, (n * percent) / 100)));
  expectClose(estimate?.share, 10_847 / 44_000, "share");
  expect(Math.sqrt(estimate?.variance ?? 0).toFixed(4)).toBe("0.0071");
});

test("two strata by hand", () => {
  // N = 60, 40; n = 6, 4; k = 3, 3. p = 0.6 × 1/2 + 0.4 × 3/4 = 0.6.
  // v = 0.36 × 0.9 × (1/4)/5 + 0.16 × 0.9 × (3/16)/3 = 0.0162 + 0.009 = 0.0252; df = 5 + 3; n* = 0.24/0.0252
  const estimate = stratifiedRatio([single(60, 6, 3), single(40, 4, 3)]);
  expectClose(estimate?.share, 0.6, "share");
  expectClose(estimate?.variance, 0.0252, "variance");
  expect(estimate).toMatchObject({ df: 8, n: 10 });
  expectClose(estimate?.effectiveN, 0.24 / 0.0252, "n*");
  // deff: 0.0252 ÷ ((1 − 10/100) × 0.6 × 0.4 ÷ 9) = 1.05
  expectClose(estimate && designEffect(estimate, 100), 1.05, "deff");
});

test("post-stratified shares and variances are those of the second computation", () => {
  for (const one of golden.postStratified) {
    const estimate = postStratified(one.kinds);
    expectClose(estimate?.share, one.share, one);
    expectClose(estimate?.variance, one.variance, one);
    expect(estimate?.df).toBe(one.df);
  }
  // 0.6 × 24/30 + 0.4 × 30/50 = 0.72
  expectClose(golden.postStratified[0]?.share, 0.72, "by hand");
});

test("differences of two shares are Newcombe's method 10 and χ²", () => {
  expect(golden.newcombe).toHaveLength(9);
  for (const one of golden.newcombe) {
    const [a, b] = [share(...one.a), share(...one.b)];
    expectClose(newcombe(a, b).low, one.low, one);
    expectClose(newcombe(a, b).high, one.high, one);
    expectClose(pooledP(a, b), one.p, one);
  }
});

test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
])("Newcombe 1998, table II: %i/%i − %i/%i lies between %f and %f", (k1, n1, k2, n2, low, high) => {
  const interval = newcombe(share(k1, n1), share(k2, n2));
  expect([interval.low.toFixed(4), interval.high.toFixed(4)]).toEqual([low.toFixed(4), high.toFixed(4)]);
});

test("Holm's steps give what closed testing gives", () => {
  expect(golden.holm).toHaveLength(3);
  for (const { values, adjusted } of golden.holm) {
    for (const [place, p] of holm(values).entries()) expectClose(p, adjusted[place] ?? Number.NaN, values);
  }
});

test("rank correlations are those of people ranked one by one", () => {
  expect(golden.spearman).toHaveLength(14);
  for (const one of golden.spearman) {
    const actual = spearman(one.counts);
    if (one.value === null) expect(actual).toBeNull();
    else expectClose(actual, one.value, one);
  }
});

test("intervals of rank correlations are those of the infinitesimal jackknife", () => {
  expect(golden.spearmanInterval).toHaveLength(15);
  for (const one of golden.spearmanInterval) {
    const rho = spearman(one.counts) ?? Number.NaN;
    expectClose(rho, one.value, one);
    expectClose(spearmanVariance(one.counts, rho), one.variance, one);
    const interval = spearmanInterval(one.counts, rho);
    expectClose(interval?.low, one.low, one);
    expectClose(interval?.high, one.high, one);
  }
  expect(
    spearmanInterval(
      [
        [20, 0],
        [0, 20],
      ],
      1,
    ),
  ).toBeNull();
});

test("Kish's effect is one plus the relative variance of the weights", () => {
  expect(golden.kish).toHaveLength(3);
  for (const { classes, effect } of golden.kish) expectClose(kishEffect(classes), effect, classes);
  expect(() => kishEffect([])).toThrow(RangeError);
});

test("the mean of criteria errs at most by the mean of their errors", () => {
  const [a, b]: ShareEstimate[] = [
    { share: 0.8, variance: 0.0004, n: 100, effectiveN: 400, df: 99 },
    { share: 0.5, variance: 0.0016, n: 60, effectiveN: 156.25, df: 59 },
  ];
  // (0.02 + 0.04)/2 = 0.03
  const mean = meanOfShares([a ?? null, null, b ?? null], 110);
  expectClose(mean?.share, 0.65, "share");
  expectClose(mean?.variance, 0.0009, "variance");
  expect(mean).toMatchObject({ n: 110, df: 59 });
  expect(meanOfShares([null], 10)).toBeNull();
});
