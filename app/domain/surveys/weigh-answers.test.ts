import fc from "fast-check";
import { expect, test } from "vitest";
import { countCells, roundOf, type Sheet } from "#tests/support/survey-attack/world.ts";
import { hiddenBelow } from "../insights/vocabulary.ts";
import type { ProfileCounts } from "./count-profiles.server.ts";
import type { SheetCounts } from "./count-sheets.server.ts";
import { type FigureRound, figuresOfGroup } from "./group-figures.ts";
import { maskCounts } from "./mask-counts.ts";
import type { ChoiceQuestion } from "./questionnaire-schema.ts";
import { countByStratum, type SampleStratum, weighSample } from "./weigh-sample.ts";

/** A sheet of a unit with one answer about oneself, 0 for none. */
type Answered = { unit: number; answers: number[]; chosen: number };

const words = (text: string) => ({ vi: text, en: text });
const question: ChoiceQuestion = {
  code: "P",
  kind: "single",
  part: "profile",
  required: false,
  text: words("P"),
  options: ["o1", "o2"].map((code) => ({ code, label: words(code) })),
};

const group = (n: number, unit: number, level: number, chosen: number): Answered[] =>
  Array.from({ length: n }, () => ({ unit, answers: [level, level, level], chosen }));

function roundWithProfile(): FigureRound {
  const round = roundOf(4);
  return { ...round, layout: { ...round.layout, choices: [question], profile: [0] } };
}

/** What is counted of the sheets, added up here one by one. */
function counted(list: readonly Answered[]) {
  const sumsOf = (own: readonly Answered[]) => {
    const pairs = own.map(({ answers }) => ({
      x: answers.slice(0, 2).filter((level) => level > 0).length,
      y: answers.slice(0, 2).filter((level) => level > 3).length,
    }));
    const add = (part: (pair: { x: number; y: number }) => number) => pairs.reduce((sum, pair) => sum + part(pair), 0);
    return {
      n: own.length,
      reached: add(({ x }) => Math.min(1, x)),
      y: add(({ y }) => y),
      x: add(({ x }) => x),
      yy: add(({ y }) => y * y),
      xy: add(({ x, y }) => x * y),
      xx: add(({ x }) => x * x),
    };
  };
  const sheets = list.map(({ unit, answers }): Sheet => ({ unit, procedure: 0, mode: "sample", answers }));
  const cells = countCells(sheets).map((cell): SheetCounts => {
    const own = list.filter(({ unit }) => `u${unit}` === cell.unitId);
    const choices = [0, 1, 2].map((value) => [value, own.filter(({ chosen }) => chosen === value).length] as const);
    const profiles = [1, 2].map((option) => ({ place: 0, option, sums: sumsOf(own.filter(({ chosen }) => chosen === option)) }));
    return { ...cell, sums: [[0, 1], [0], [1]].map(() => sumsOf(own)), choices: [choices], profiles };
  });
  const profiles = [1, 2].map((option): ProfileCounts => {
    const own = list.filter(({ chosen }) => chosen === option);
    const [whole] = countCells(own.map(({ answers }) => ({ unit: 0, procedure: 0, mode: "sample" as const, answers })));
    return { group: "drawn", place: 0, option, reached: own.length, levels: whole?.levels ?? [] };
  });
  return { cells, profiles };
}

function figuresOf(list: readonly Answered[], populations: readonly number[]) {
  const { cells, profiles } = counted(list);
  const strata = populations.map((population, unit): SampleStratum => ({ unitId: `u${unit}`, procedureId: null, population }));
  const counts = countByStratum(cells, strata) ?? [];
  const mask = maskCounts(counts);
  const weights = weighSample(counts, strata, mask);
  return { figures: figuresOfGroup(roundWithProfile(), { group: "drawn", counts, profiles, mask, weights }), weights };
}

test("profile answers and other closed questions of a sample stand for the list, as the overall index does", () => {
  // Unit 0: 900 people, 40 sheets; unit 1: 100 people, 40 sheets. Of those who chose o1, 10 of 20 and 20 of 20 are satisfied.
  const list = [...group(10, 0, 5, 1), ...group(10, 0, 1, 1), ...group(20, 0, 4, 2), ...group(20, 1, 5, 1), ...group(20, 1, 1, 2)];
  const { figures } = figuresOf(list, [900, 100]);
  const [profile] = figures.profiles;
  // (900/40 × 10 + 100/40 × 20) ÷ (900/40 × 20 + 100/40 × 20) = 275/500
  expect(profile?.options[0]?.figure).toMatchObject({ metric: "sample_satisfaction", value: 55, n: 40, method: "stratified_linearised" });
  // (900/40 × 20 + 100/40 × 0) ÷ (900/40 × 20 + 100/40 × 20) = 450/500
  expect(profile?.options[1]?.figure).toMatchObject({ value: 90, n: 40 });
  // Half of each unit chose o1, whatever they weigh.
  expect(figures.choices[0]?.options[0]).toMatchObject({ count: 40, figure: { metric: "sample_choice_share", value: 50, n: 80 } });

  const uneven = [...group(30, 0, 5, 1), ...group(10, 0, 5, 2), ...group(10, 1, 5, 1), ...group(30, 1, 5, 2)];
  // (900 × 30/40 + 100 × 10/40) ÷ 1000
  expect(figuresOf(uneven, [900, 100]).figures.choices[0]?.options[0]).toMatchObject({ count: 40, figure: { value: 70, n: 80 } });
});

test("a stratum in which few chose an option shares its weight for that question, and counts alone decide", () => {
  const list = [...group(2, 0, 5, 1), ...group(38, 0, 5, 2), ...group(20, 1, 5, 1), ...group(20, 1, 5, 2)];
  // Joined, 22 of 80 chose o1; with weights of their own it would be (900 × 2/40 + 100 × 20/40) ÷ 1000 = 9.5 %.
  expect(figuresOf(list, [900, 100]).figures.choices[0]?.options[0]).toMatchObject({ count: 22, figure: { value: 27.5 } });
});

test("no weight of a question stands on an option that one to four people chose", () => {
  const answered = fc.record({ unit: fc.nat(3), level: fc.integer({ min: 1, max: 5 }), chosen: fc.nat(2) });
  let tried = 0;
  fc.assert(
    fc.property(fc.array(answered, { minLength: 20, maxLength: 120 }), (given) => {
      const list = given.map(({ unit, level, chosen }): Answered => ({ unit, answers: [level, level, level], chosen }));
      const { figures, weights } = figuresOf(list, [400, 300, 200, 1000]);
      const [shown] = figures.choices;
      if (!shown || shown.base === null) return;
      tried += 1;
      const { cells } = counted(list);
      const countIn = (part: readonly SheetCounts[], value: number) =>
        part.reduce((sum, { choices }) => sum + (choices?.[0]?.find(([one]) => one === value)?.[1] ?? 0), 0);
      const joined = weights.joined((part) => [1, 2].every((value) => countIn(part, value) === 0 || countIn(part, value) >= hiddenBelow));
      for (const value of [1, 2]) {
        const sums = joined.strataFor(cells, (cell) => ({ n: 0, reached: 0, y: countIn([cell], value), x: 0, yy: 0, xy: 0, xx: 0 }));
        for (const { sums: own } of sums) expect([1, 2, 3, 4]).not.toContain(own.y);
      }
      // The attacker who knows every weight can at most tell these sums apart: the figure is made of nothing else.
      for (const [index, option] of shown.options.entries()) {
        const strata = joined.strataFor(cells, (cell) => {
          const base = countIn([cell], 1) + countIn([cell], 2);
          return { n: 0, reached: base, y: countIn([cell], index + 1), x: base, yy: 0, xy: 0, xx: 0 };
        });
        const total = (part: "y" | "x") => strata.reduce((sum, one) => sum + (one.sums.n ? (one.population / one.sums.n) * one.sums[part] : 0), 0);
        expect(option.figure.value).toBeCloseTo((100 * total("y")) / total("x"), 1);
      }
    }),
    { numRuns: 120 },
  );
  expect(tried).toBeGreaterThan(20);
});
