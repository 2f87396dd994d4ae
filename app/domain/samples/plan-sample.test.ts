import fc from "fast-check";
import { expect, test } from "vitest";
import { allocateEqually, allocateProportionally, cochran, planSample, slovin } from "./plan-sample.ts";
import { type SampleWish, usualWish } from "./schemas.ts";

test.for([
  [100, 80],
  [500, 223],
  [1_000, 286],
  [5_000, 371],
  [10_000, 385],
] as const)("of %i transactions the guidance asks for %i answers with a margin of 5 points", ([population, answers]) => {
  expect(slovin(population, 0.05)).toBe(answers);
});

test("Cochran with the finite population correction gives the published sizes", () => {
  const usual = { margin: 0.05, share: 0.5, confidence: 95 } as const;
  // n₀ = 1.959964² · 0.25 / 0.0025 = 384.1459; then n₀ / (1 + (n₀ − 1) / N). The table of Krejcie and Morgan (1970)
  // rounds to the nearest (217, 278, 357); whole people above it are asked here.
  expect([500, 1000, 5000, 1_000_000].map((population) => cochran(population, usual))).toEqual([218, 278, 357, 384]);
  expect(cochran(100_000_000, usual)).toBe(385);
  expect(cochran(2000, { margin: 0.03, share: 0.83, confidence: 99 })).toBe(685);
  expect(cochran(1, usual)).toBe(1);
});

test("largest remainders: shares add up, and nobody is off by one or more", () => {
  expect(allocateProportionally(10, [1, 1, 1])).toEqual([4, 3, 3]);
  expect(allocateProportionally(7, [50, 30, 20])).toEqual([4, 2, 1]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 1, maxLength: 40 }), fc.integer({ min: 0, max: 5000 }), (sizes, total) => {
      const given = allocateProportionally(total, sizes);
      const sum = sizes.reduce((a, b) => a + b, 0);
      expect(given.reduce((a, b) => a + b, 0)).toBe(total);
      for (const [at, n] of given.entries()) expect(Math.abs(n - (total * (sizes[at] ?? 0)) / sum)).toBeLessThan(1);
    }),
  );
});

test("equal shares: what a small stratum cannot give, the others do", () => {
  expect(allocateEqually(30, [100, 100, 4])).toEqual([13, 13, 4]);
  expect(allocateEqually(50, [5, 5])).toEqual([5, 5]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 20 }), fc.integer({ min: 0, max: 3000 }), (sizes, total) => {
      const given = allocateEqually(total, sizes);
      const open = given.filter((n, at) => n < (sizes[at] ?? 0));
      expect(given.reduce((a, b) => a + b, 0)).toBe(
        Math.min(
          total,
          sizes.reduce((a, b) => a + b, 0),
        ),
      );
      expect(Math.max(0, ...open) - Math.min(...open, Math.max(0, ...open))).toBeLessThanOrEqual(1);
    }),
  );
});

test("a plan asks as many people as must be asked, and everybody of a stratum that is too small", () => {
  const plan = planSample({ ...usualWish, responseRate: 40, minimum: 20 }, [
    { stratum: "a", population: 4500 },
    { stratum: "b", population: 480 },
    { stratum: "c", population: 20 },
  ]);
  if (!plan.ok) throw new Error(plan.code);
  expect(plan.value).toEqual({
    population: 5000,
    answers: 390,
    invited: 945,
    strata: [
      { stratum: "a", population: 4500, answers: 334, invited: 835, all: false },
      { stratum: "b", population: 480, answers: 36, invited: 90, all: false },
      { stratum: "c", population: 20, answers: 20, invited: 20, all: true },
    ],
  });
});

test("what cannot be is refused with its numbers", () => {
  expect(planSample(usualWish, [])).toEqual({ ok: false, code: "sample.list_empty" });
  expect(planSample({ ...usualWish, responseRate: 30 }, [{ stratum: "a", population: 100 }])).toEqual({
    ok: false,
    code: "sample.list_too_small",
    details: { wanted: 80, needed: 267, population: 100 },
  });
});

test("no plan asks more people than there are, nor fewer than it wants answers from", () => {
  const wishes: fc.Arbitrary<SampleWish> = fc.record({
    method: fc.constantFrom("slovin", "cochran"),
    margin: fc.integer({ min: 1, max: 20 }),
    share: fc.integer({ min: 1, max: 99 }),
    confidence: fc.constantFrom(90, 95, 99),
    responseRate: fc.integer({ min: 1, max: 100 }),
    minimum: fc.integer({ min: 0, max: 100 }),
    allocation: fc.constantFrom("proportional", "equal"),
  });
  const strata = fc.array(fc.record({ stratum: fc.constant("x"), population: fc.integer({ min: 1, max: 20_000 }) }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(wishes, strata, (wish, list) => {
      const plan = planSample(wish, list);
      if (!plan.ok) return;
      for (const one of plan.value.strata) {
        expect(one.invited).toBeLessThanOrEqual(one.population);
        expect(one.answers).toBeLessThanOrEqual(one.invited);
        expect(one.answers).toBeGreaterThanOrEqual(Math.min(wish.minimum, one.population));
        expect(one.all || one.invited * wish.responseRate >= one.answers * 100 - 1e-6).toBe(true);
      }
    }),
  );
});
