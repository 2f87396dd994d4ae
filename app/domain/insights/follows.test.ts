import fc from "fast-check";
import { expect, test } from "vitest";
import { basisOf, follows } from "#tests/support/survey-attack/exact-rank.ts";
import { addsToNothing, otherWorlds } from "./follows.ts";

const isSame = (worlds: ReturnType<typeof otherWorlds>, places: readonly number[]) =>
  worlds.differences.every((world) => addsToNothing(places.reduce((sum, place) => sum + (world[place] ?? 0), 0)));
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
        const worlds = otherWorlds(unknowns, published);
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
  expect(otherWorlds(0, []).classOf).toEqual([]);
  const worlds = otherWorlds(3, [[0, 1]]);
  expect(isSame(worlds, [0, 1])).toBe(true);
  expect([[0], [1], [2], [0, 2], [0, 1, 2]].filter((sum) => isSame(worlds, sum))).toEqual([]);
});

test("counts that stand in the same sums are of one class; a sum of a count that is not there is refused", () => {
  expect(otherWorlds(4, [[0, 1, 2], [2]]).classOf).toEqual([0, 0, 1, 2]);
  expect(() => otherWorlds(2, [[0, 2]])).toThrow(RangeError);
});

test("the same question has the same answer", () => {
  const ask = () =>
    otherWorlds(4, [
      [0, 1, 2],
      [2, 3],
    ]);
  expect(ask()).toEqual(ask());
});
