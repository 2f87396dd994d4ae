import fc from "fast-check";
import { expect, test } from "vitest";
import { basisOf, follows } from "#tests/support/survey-attack/exact-rank.ts";
import { addDifferences, differenceOf, oppositeOf, type OtherWorlds, otherWorlds } from "./follows.ts";

const isSame = (worlds: OtherWorlds, places: readonly number[]) => differenceOf(worlds, places) === 0;
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
        const half = Math.floor(published.length / 2);
        const ask = otherWorlds(unknowns, published.slice(0, half));
        const worlds = ask(published.slice(half));
        expect(ask(published.slice(half))).toEqual(worlds);
        for (const sum of published) expect(isSame(worlds, sum)).toBe(true);
        const rowOf = (list: readonly number[]) => Array.from({ length: unknowns }, (_, place) => (list.includes(place) ? 1 : 0));
        const exactly = follows(rowOf(target), basisOf(published.map(rowOf)));
        expect(isSame(worlds, target)).toBe(exactly);
        if (exactly) following += 1;
        else others += 1;
      },
    ),
    { numRuns: 3000, seed: 20_261_122 },
  );
  expect(Math.min(following, others)).toBeGreaterThan(500);
});

test("what is never published follows from nothing, and nothing at all follows", () => {
  expect(otherWorlds(0, [])([])[0]).toHaveLength(0);
  const worlds = otherWorlds(3, [[0, 1]])([]);
  expect(isSame(worlds, [0, 1])).toBe(true);
  expect([[0], [1], [2], [0, 2], [0, 1, 2]].filter((sum) => isSame(worlds, sum))).toEqual([]);
});

test("differences are added and turned round as sums are", () => {
  const worlds = otherWorlds(5, [[0, 1]])([[2, 3]]);
  const [one, other] = [differenceOf(worlds, [0, 4]), differenceOf(worlds, [1, 2])];
  expect(addDifferences(one, other)).toBe(differenceOf(worlds, [0, 1, 2, 4]));
  expect(addDifferences(one, oppositeOf(one))).toBe(0);
  expect(oppositeOf(0)).toBe(0);
});

test("a sum of a count that is not there is refused", () => {
  expect(() => otherWorlds(2, [[0, 2]])).toThrow(RangeError);
});
