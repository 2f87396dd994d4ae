import { expect, test } from "vitest";
import { choiceFigures } from "./choice-figures.ts";
import type { ValueCounts } from "./count-sheets.server.ts";
import { profileFigures } from "./profile-figures.ts";
import { Questionnaire } from "./questionnaire-schema.ts";
import { layOut } from "./sheet-layout.ts";
import { shippedQuestionnaires } from "./shipped-questionnaires.ts";

const words = { vi: "a", en: "a" };
const options = ["a", "b", "c"].map((code) => ({ code, label: words }));
const base = Questionnaire.parse(shippedQuestionnaires[0]);

/** A form of one criterion and one closed question. */
const layoutWith = (question: object) =>
  layOut(
    Questionnaire.parse({
      ...base,
      factors: [],
      questions: [
        { code: "A", kind: "scale5", part: "service", required: false, text: words },
        { code: "Q", part: "process", required: false, text: words, ...question },
      ],
    }),
  );

function figuresOf(question: object, sheets: number, values: ValueCounts, isShown = true) {
  const cell = {
    unitId: "u",
    procedureId: null,
    mode: "open_link" as const,
    sheets,
    reached: [sheets],
    levels: [[0, 0, 0, sheets, 0] as const],
    choices: [values],
  };
  const [figures] = choiceFigures(layoutWith(question), [cell], isShown);
  if (!figures) throw new Error("There are no figures");
  return {
    base: figures.base,
    shares: figures.options.map(({ count, figure }) => [count, figure.value]),
    labels: figures.options.map(({ label }) => label.vi),
  };
}

test("shares of one choice rest on those who answered and add up to the base", () => {
  const { base: n, shares } = figuresOf({ kind: "single", options }, 100, [
    [0, 20],
    [1, 40],
    [2, 30],
    [3, 10],
  ]);
  expect(n).toBe(80);
  expect(shares).toEqual([
    [40, 50],
    [30, 37.5],
    [10, 12.5],
  ]);
});

test("shares of several choices may add up to more than the whole, on the base of people", () => {
  const { base: n, shares } = figuresOf({ kind: "multiple", options }, 100, [
    [0, 20],
    [1, 60],
    [2, 50],
    [3, 0],
  ]);
  expect(n).toBe(80);
  expect(shares).toEqual([
    [60, 75],
    [50, 62.5],
    [0, 0],
  ]);
});

test("a question is hidden whole where one to four people chose an option, or did not", () => {
  expect(
    figuresOf({ kind: "single", options }, 60, [
      [1, 40],
      [2, 16],
      [3, 4],
    ]),
  ).toMatchObject({
    base: null,
    shares: [
      [null, null],
      [null, null],
      [null, null],
    ],
  });
  expect(
    figuresOf({ kind: "multiple", options }, 60, [
      [1, 57],
      [2, 20],
    ]),
  ).toMatchObject({ base: null });
  expect(figuresOf({ kind: "single", options }, 4, [[1, 4]])).toMatchObject({ base: null });
  expect(figuresOf({ kind: "single", options }, 60, [[1, 60]], false)).toMatchObject({ base: null });
});

test("three levels leave out what does not apply; rankings count who came first; yes and no are two options", () => {
  expect(
    figuresOf({ kind: "scale3", notApplicable: true }, 50, [
      [0, 5],
      [1, 5],
      [2, 10],
      [3, 10],
      [4, 20],
    ]),
  ).toMatchObject({
    base: 25,
    shares: [
      [5, 20],
      [10, 40],
      [10, 40],
    ],
  });
  expect(
    figuresOf({ kind: "ranking", options }, 40, [
      [11, 20],
      [12, 15],
      [13, 5],
      [21, 20],
      [22, 15],
      [23, 5],
      [31, 0],
      [32, 10],
      [33, 30],
    ]),
  ).toMatchObject({
    base: 40,
    shares: [
      [20, 50],
      [20, 50],
      [0, 0],
    ],
  });
  expect(
    figuresOf({ kind: "yesno" }, 30, [
      [1, 18],
      [2, 12],
    ]),
  ).toMatchObject({
    shares: [
      [18, 60],
      [12, 40],
    ],
  });
});

test("numbers are put in spans of at least five people", () => {
  const number = { kind: "number", min: 0, max: 5, unit: { vi: "lần", en: "times" } };
  const spans = figuresOf(number, 30, [
    [1, 12],
    [2, 3],
    [3, 9],
    [4, 5],
    [6, 1],
  ]);
  expect(spans.labels).toEqual(["0 lần", "1–2 lần", "3–5 lần"]);
  expect(spans.shares.map(([n]) => n)).toEqual([12, 12, 6]);
});

test("satisfaction by profile hides small answers and what would give them away, by the silent ones too", () => {
  const layout = layoutWith({ kind: "single", options, part: "profile" });
  const of = (reached: readonly number[], total: number) => {
    const counts = reached.map((n, index) => ({
      group: "self_selected" as const,
      place: 0,
      option: index + 1,
      reached: n,
      levels: [[0, 0, 0, n, 0] as const],
    }));
    return profileFigures({ layout, variant: "pooled" }, counts, total, true)[0]?.options.map(({ figure }) => figure.n);
  };
  expect(of([20, 30, 40], 100)).toEqual([20, 30, 40]);
  expect(of([3, 30, 40], 80)?.[0]).toBeNull();
  expect(of([3, 30, 40], 73)).toEqual([null, null, 40]);
  expect(of([20, 30, 40], 92)).toEqual([null, null, null]);
});
