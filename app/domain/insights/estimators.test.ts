import fc from "fast-check";
import { expect, test } from "vitest";
import { dissatisfaction, meanIndex, meanScore, pooledIndex, roundHalfUp, satisfactionIndex, wilson, type LevelCounts } from "./estimators.ts";
import type { ConfidenceLevel } from "./quantiles.ts";

const ends = (k: number, n: number, level?: ConfidenceLevel) => wilson(k, n, level) ?? { low: Number.NaN, high: Number.NaN };
const counts = fc.tuple(fc.nat(5000), fc.nat(5000), fc.nat(5000), fc.nat(5000), fc.nat(5000));

test("2, 3, 10, 60 and 25 answers make an index of 85.00", () => {
  expect(satisfactionIndex([2, 3, 10, 60, 25])).toBe(85);
  expect(dissatisfaction([2, 3, 10, 60, 25])).toBe(5);
  expect(meanScore([2, 3, 10, 60, 25])).toBe(4.03);
});

test("two criteria of 85 in 100 and 10 in 20 make 79.17 pooled and 67.50 on average", () => {
  const criteria: LevelCounts[] = [
    [5, 0, 10, 60, 25],
    [4, 3, 3, 6, 4],
  ];
  expect(pooledIndex(criteria)).toBe(79.17);
  expect(meanIndex(criteria)).toBe(67.5);
});

test("a criterion nobody answered changes neither the pooled index nor the mean", () => {
  const criteria: LevelCounts[] = [
    [0, 0, 0, 0, 0],
    [5, 0, 10, 60, 25],
  ];
  expect(pooledIndex(criteria)).toBe(85);
  expect(meanIndex(criteria)).toBe(85);
  expect([pooledIndex([]), meanIndex([]), satisfactionIndex([0, 0, 0, 0, 0])]).toEqual([null, null, null]);
});

test("the mean of criteria is rounded once, at the end", () => {
  // 0 and 1 in 6: 8.333… is right; rounding 16.666… to 16.67 first would give 8.335 and so 8.34.
  const criteria: LevelCounts[] = [
    [5, 0, 0, 0, 0],
    [5, 0, 0, 1, 0],
  ];
  expect(meanIndex(criteria)).toBe(8.33);
});

test("halves round up, as on paper and not as floating point would have it", () => {
  expect(roundHalfUp(1005, 1000)).toBe(1.01);
  expect(roundHalfUp(1, 8)).toBe(0.13);
  expect(roundHalfUp(2, 3)).toBe(0.67);
  expect(roundHalfUp(5, 2, 0)).toBe(3);
  expect(roundHalfUp(-5, 2, 0)).toBe(-2);
  expect(roundHalfUp(-7, 3, 0)).toBe(-2);
  expect(roundHalfUp(100 * 1609, 3200)).toBe(50.28);
  expect(() => roundHalfUp(1, 0)).toThrow(RangeError);
});

test("rounding agrees with decimal long division for any fraction", () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 10_000 }), (above, below) => {
      const thousandths = Math.floor((above * 1000) / below);
      const lastDigit = thousandths % 10;
      const hundredths = Math.floor(thousandths / 10) + (lastDigit >= 5 ? 1 : 0);
      expect(roundHalfUp(above, below)).toBe(hundredths / 100);
    }),
  );
});

/**
 * R. G. Newcombe, “Two-sided confidence intervals for the single proportion: comparison of seven methods”,
 * Statistics in Medicine 17 (1998) 857–872, table I, method 3: the score interval without continuity correction.
 */
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("the 95 %% interval of %i in %i is the one Newcombe printed", (k, n, low, high) => {
  const interval = ends(k, n);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

/** Made with scipy 1.17.1, `binomtest(k, n).proportion_ci(level, method="wilson")`: another program, another author. */
test.each<[number, number, ConfidenceLevel, number, number]>([
  [81, 263, 0.9, 0.26331361718848145, 0.3565663496084882],
  [81, 263, 0.95, 0.2552885198782742, 0.36620957698280004],
  [81, 263, 0.99, 0.24013690268760768, 0.3852825023182298],
  [60, 100, 0.95, 0.5020025867910618, 0.6905987135675411],
  [100, 100, 0.95, 0.9630065017930143, 1],
  [0, 20, 0.99, 0, 0.2491054010987534],
  [3, 5, 0.95, 0.23072428127601297, 0.8823792257673521],
])("the interval of %i in %i at level %d agrees with an independent program", (k, n, level, low, high) => {
  const interval = ends(k, n, level);
  expect(interval.low).toBeCloseTo(low, 12);
  expect(interval.high).toBeCloseTo(high, 12);
});

test("an alpha is never taken for a level", () => {
  expect(() => wilson(60, 100, 0.05 as ConfidenceLevel)).toThrow(RangeError);
  expect(() => wilson(60, 100, 95 as ConfidenceLevel)).toThrow(RangeError);
});

test("a higher level makes a wider interval, more answers a narrower one", () => {
  const width = (k: number, n: number, level: ConfidenceLevel) => {
    const { low, high } = ends(k, n, level);
    return high - low;
  };
  expect(width(60, 100, 0.99)).toBeGreaterThan(width(60, 100, 0.95));
  expect(width(60, 100, 0.95)).toBeGreaterThan(width(60, 100, 0.9));
  expect(width(60, 100, 0.95)).toBeGreaterThan(width(600, 1000, 0.95));
});

test("nobody answering has no interval, and more than everybody is refused", () => {
  expect(wilson(0, 0)).toBeNull();
  expect(() => wilson(3, 2)).toThrow(RangeError);
  expect(() => wilson(-1, 2)).toThrow(RangeError);
  expect(() => satisfactionIndex([1, 2, 3, 4, 0.5])).toThrow(RangeError);
});

test("the interval holds the share, within nought and one", () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat(100_000), fc.constantFrom<ConfidenceLevel>(0.9, 0.95, 0.99), (a, b, level) => {
      const [k, n] = [Math.min(a, b), Math.max(a, b, 1)];
      const { low, high } = ends(k, n, level);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(k / n);
      expect(high).toBeGreaterThanOrEqual(k / n);
    }),
  );
});

test("every index lies between 0 and 100, and satisfied, neutral and dissatisfied make up the whole", () => {
  fc.assert(
    fc.property(counts, (levels) => {
      const n = levels.reduce((sum, level) => sum + level, 0);
      fc.pre(n > 0);
      const index = satisfactionIndex(levels) ?? -1;
      const unhappy = dissatisfaction(levels) ?? -1;
      expect(index).toBeGreaterThanOrEqual(0);
      expect(index + unhappy + roundHalfUp(100 * levels[2], n)).toBeCloseTo(100, 1);
      expect(meanScore(levels)).toBeGreaterThanOrEqual(1);
      expect(meanScore(levels)).toBeLessThanOrEqual(5);
    }),
  );
});

test("pooled and mean index lie between the lowest and the highest criterion, and agree on equal bases", () => {
  fc.assert(
    fc.property(fc.array(counts, { minLength: 1, maxLength: 33 }), (criteria) => {
      const indices = criteria.flatMap((levels) => satisfactionIndex(levels) ?? []);
      fc.pre(indices.length > 0);
      for (const index of [pooledIndex(criteria), meanIndex(criteria)]) {
        expect(index).toBeGreaterThanOrEqual(Math.min(...indices));
        expect(index).toBeLessThanOrEqual(Math.max(...indices));
      }
      const [a, b, c, d, e] = criteria[0] ?? [1, 0, 0, 0, 0];
      const equalBases: LevelCounts[] = [
        [a, b, c, d, e],
        [e, a, b, c, d],
        [d, e, a, b, c],
      ];
      expect(pooledIndex(equalBases)).toBe(meanIndex(equalBases));
    }),
  );
});
