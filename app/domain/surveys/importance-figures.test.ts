import fc from "fast-check";
import { expect, test } from "vitest";
import { countCells, roundOf, type Sheet } from "#tests/support/survey-attack/world.ts";
import { spearman } from "../insights/correlation.ts";
import type { LevelCounts } from "../insights/estimators.ts";
import type { ProfileCounts } from "./count-profiles.server.ts";
import { figuresOfGroup } from "./group-figures.ts";
import { maskCounts } from "./mask-counts.ts";
import { overallAnswer } from "./vocabulary.ts";

const sheet = (...answers: number[]): Sheet => ({ unit: 0, procedure: 0, mode: "open_link", answers });
const many = (n: number, ...answers: number[]): Sheet[] => Array.from({ length: n }, () => sheet(...answers));
const isLevel = (level: number | undefined) => level !== undefined && level > 0;

/** Levels of every question by the level of the third, counted here sheet by sheet. */
function byOverall(list: readonly Sheet[]): ProfileCounts[] {
  return [1, 2, 3, 4, 5].flatMap((option) => {
    const own = list.filter(({ answers }) => answers[2] === option);
    const levels = [0, 1, 2].map((place): LevelCounts => {
      const on = (level: number) => own.filter(({ answers }) => answers[place] === level).length;
      return [on(1), on(2), on(3), on(4), on(5)];
    });
    return own.length === 0 ? [] : [{ group: "self_selected" as const, place: overallAnswer, option, reached: own.length, levels }];
  });
}

function importanceOf(list: readonly Sheet[], profiles = byOverall(list)) {
  const counts = countCells(list);
  return figuresOfGroup(roundOf(1), { group: "self_selected", counts, profiles, mask: maskCounts(counts) }).importance;
}

test("a criterion that rises with overall satisfaction is tied to it, one that does not is not", () => {
  const list = [...many(20, 5, 4, 5), ...many(20, 2, 4, 2), ...many(10, 4, 2, 5), ...many(10, 3, 2, 2)];
  const [tied, loose] = importanceOf(list);
  expect(tied).toMatchObject({ code: "A", figure: { metric: "importance", n: 60, suppressed: false } });
  expect(tied?.figure.value).toBeGreaterThan(0.8);
  expect(loose?.figure.value).toBe(0);
  expect(loose?.figure.low).toBeLessThan(0);
});

test("the coefficient is Spearman's of the sheets that answered both, to two decimals and within its interval", () => {
  const answer = fc.integer({ min: 0, max: 5 });
  fc.assert(
    fc.property(fc.array(fc.tuple(answer, answer, answer), { minLength: 60, maxLength: 90 }), (answers) => {
      const list = answers.filter((one) => one.some(isLevel)).map((one) => sheet(...one));
      for (const [place, { figure }] of importanceOf(list).entries()) {
        if (figure.value === null) continue;
        const both = list.filter((one) => isLevel(one.answers[place]) && isLevel(one.answers[2]));
        const table = [1, 2, 3, 4, 5].map((a) =>
          [1, 2, 3, 4, 5].map((b) => both.filter((one) => one.answers[place] === a && one.answers[2] === b).length),
        );
        expect(figure.n).toBe(both.length);
        expect(Math.abs(figure.value - (spearman(table) ?? Number.NaN))).toBeLessThan(0.005 + 1e-9);
        expect(figure.low ?? -1).toBeLessThanOrEqual(figure.value);
        expect(figure.high ?? 1).toBeGreaterThanOrEqual(figure.value);
      }
    }),
    { numRuns: 60 },
  );
});

test("below thirty pairs there is no coefficient, and where fewer than five differ it is hidden", () => {
  expect(importanceOf([...many(20, 5, 5, 5), ...many(9, 2, 2, 2)])[0]?.figure).toMatchObject({ value: null, n: 29, suppressed: false, small: true });
  expect(importanceOf([...many(40, 5, 5, 5), ...many(4, 2, 5, 2)])[0]?.figure).toMatchObject({ value: null, n: null, suppressed: true });
  expect(importanceOf([...many(40, 5, 5, 5), ...many(5, 2, 5, 2)])[0]?.figure).toMatchObject({ value: 1, n: 45, low: null, high: null });
});

test("n of a coefficient never tells how many of one to four left one of both questions out", () => {
  const answer = fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 20, arbitrary: fc.integer({ min: 1, max: 5 }) });
  let shown = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(answer, answer, answer), { minLength: 30, maxLength: 150 }), (answers) => {
      const list = answers.filter((one) => one.some(isLevel)).map((one) => sheet(...one));
      for (const [place, { figure }] of importanceOf(list).entries()) {
        if (figure.n === null) continue;
        shown += 1;
        const [own, overall] = [place, 2].map((at) => list.filter((one) => isLevel(one.answers[at])).length) as [number, number];
        // Where everybody who answered the criterion answered both, n says what its own n says.
        if (figure.n === own) continue;
        for (const group of [own - figure.n, overall - figure.n, list.length - own - overall + figure.n]) expect([1, 2, 3, 4]).not.toContain(group);
      }
    }),
    { numRuns: 300 },
  );
  expect(shown).toBeGreaterThan(30);
});

test("without an overall question, or where only part of the sheets was counted with it, there is no coefficient", () => {
  const list = [...many(40, 5, 4, 5), ...many(20, 2, 4, 2)];
  expect(importanceOf(list, byOverall(list.slice(1)))).toEqual([]);
  expect(importanceOf(list, [])).toEqual([]);
  const round = roundOf(1);
  const counts = countCells(list);
  const without = { ...round, layout: { ...round.layout, overall: null } };
  expect(figuresOfGroup(without, { group: "self_selected", counts, profiles: byOverall(list), mask: maskCounts(counts) }).importance).toEqual([]);
});
