import fc from "fast-check";
import { expect, test } from "vitest";
import { basisOf, follows } from "#tests/support/survey-attack/exact-rank.ts";
import { addsToNothing, otherWorld } from "./follows.ts";

const sumOf = (world: Float64Array, places: readonly number[]) => places.reduce((sum, place) => sum + (world[place] ?? 0), 0);
const places = (unknowns: number) => fc.uniqueArray(fc.nat(unknowns - 1), { minLength: 1, maxLength: unknowns });

test("a sum is the same in another world exactly where it follows from the published ones", () => {
  let [following, others] = [0, 0];
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 9 })
        .chain((unknowns) =>
          fc.record({ unknowns: fc.constant(unknowns), published: fc.array(places(unknowns), { maxLength: 9 }), target: places(unknowns) }),
        ),
      ({ unknowns, published, target }) => {
        const world = otherWorld(unknowns, published);
        for (const sum of published) expect(addsToNothing(sumOf(world, sum))).toBe(true);
        const rowOf = (list: readonly number[]) => Array.from({ length: unknowns }, (_, place) => (list.includes(place) ? 1 : 0));
        const exactly = follows(rowOf(target), basisOf(published.map(rowOf)));
        expect(addsToNothing(sumOf(world, target))).toBe(exactly);
        if (exactly) following += 1;
        else others += 1;
      },
    ),
    { numRuns: 3000, seed: 20_261_122 },
  );
  expect(Math.min(following, others)).toBeGreaterThan(500);
});

test("what is never published follows from nothing, and nothing at all follows", () => {
  expect(otherWorld(0, [])).toHaveLength(0);
  const world = otherWorld(3, [[0, 1]]);
  expect(addsToNothing(sumOf(world, [0, 1]))).toBe(true);
  expect([[0], [1], [2], [0, 2], [0, 1, 2]].filter((sum) => addsToNothing(sumOf(world, sum)))).toEqual([]);
});

test("the same question has the same answer", () => {
  expect(
    otherWorld(4, [
      [0, 1, 2],
      [2, 3],
    ]),
  ).toEqual(
    otherWorld(4, [
      [0, 1, 2],
      [2, 3],
    ]),
  );
});
