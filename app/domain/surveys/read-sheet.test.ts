import { expect, test } from "vitest";
import sipas from "#db/seed/data/questionnaire-sipas-22.json" with { type: "json" };
import { readSheet } from "./read-sheet.ts";
import { Questionnaire } from "./questionnaire-schema.ts";
import { layOut } from "./sheet-layout.ts";
import { shippedQuestionnaires } from "./shipped-questionnaires.ts";

const layout = layOut(Questionnaire.parse(sipas));
const layoutOf = (code: string) =>
  layOut(Questionnaire.parse(shippedQuestionnaires.map((one) => Questionnaire.parse(one)).find((one) => one.code === code)));
const complete = Object.fromEntries(layout.scale.map(({ code }) => [code, 4]));

test("the shipped form has 22 service criteria in five factors and one question about the whole", () => {
  expect(layout.groups.map(({ code, places }) => [code, places.length])).toEqual([
    ["overall", 22],
    ["F1", 4],
    ["F2", 5],
    ["F3", 6],
    ["F4", 3],
    ["F5", 4],
  ]);
  expect(layout.scale).toHaveLength(23);
});

test("a sheet is stored in the order of its questionnaire, blanks as nought", () => {
  const read = readSheet(layout, {
    answers: { ...complete, A1: 1, A2: 0, O1: null },
    choices: { Q2: "truc-tuyen" },
    profile: { P2: "nu" },
    texts: { K1: "  Tốt.\u0000\r\nCảm ơn " },
  });
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  expect(read.sheet.answers.slice(0, 3)).toEqual([1, 0, 4]);
  expect(read.sheet.answers.at(-1)).toBe(0);
  expect(read.sheet.choices.filter((number) => number > 0)).toEqual([2, 2]);
  expect(read.sheet.texts).toEqual([{ question: "K1", body: "Tốt.\nCảm ơn" }]);
});

test("what is missing, unknown, off the scale or of the wrong type is said at its question", () => {
  const { A1: _left, ...rest } = complete;
  const read = readSheet(layout, {
    answers: { ...rest, A2: 6, A3: "4", A4: 2.5, "F9.9": 3 },
    choices: { Q2: "bay", Q3: ["0", "1"], Q4: 7 },
    texts: { K1: "a".repeat(2001), K2: "?" },
  });
  expect(read).toEqual({
    ok: false,
    errors: {
      A1: ["required"],
      A2: ["out_of_scale"],
      A3: ["wrong_type"],
      A4: ["out_of_scale"],
      "F9.9": ["unknown"],
      Q2: ["not_a_choice"],
      Q3: ["one_only"],
      Q4: ["wrong_type"],
      K1: ["too_long"],
      K2: ["unknown"],
    },
  });
});

test("a sheet of nothing but “no opinion” is no sheet", () => {
  const read = readSheet(layout, { answers: Object.fromEntries(layout.scale.map(({ code }) => [code, 0])) });
  expect(read).toEqual({ ok: false, errors: { answers: ["no_answer"] } });
});

test("what is not even a sheet is refused at its field", () => {
  for (const input of [undefined, null, 7, "x", []]) expect(readSheet(layout, input)).toMatchObject({ ok: false, errors: { answers: ["required"] } });
  expect(readSheet(layout, { answers: [5] })).toMatchObject({ ok: false });
  expect(readSheet(layout, { answers: complete, unit: 7, texts: "x" })).toEqual({
    ok: false,
    errors: { unit: ["wrong_type"], texts: ["wrong_type"] },
  });
  expect(readSheet(layout, { answers: JSON.parse('{"__proto__": 4}') })).toMatchObject({ ok: false });
});

test("a question asked of few is not counted from the others", () => {
  const apology = layout.choices.findIndex(({ code }) => code === "Q5");
  const chosen = (choices: Record<string, string>) => {
    const read = readSheet(layout, { answers: complete, choices });
    return read.ok ? read.sheet.choices[apology] : read.errors;
  };
  expect(chosen({ Q4: "tre", Q5: "khong" })).toBe(4);
  expect(chosen({ Q4: "dung", Q5: "khong" })).toBe(0);
});

test("several options are kept as a bit set", () => {
  const some = Questionnaire.parse({
    ...sipas,
    questions: [
      ...sipas.questions,
      {
        code: "M1",
        kind: "multiple",
        part: "process",
        required: true,
        text: { vi: "Kênh", en: "Channels" },
        options: ["a", "b", "c"].map((code) => ({ code, label: { vi: code, en: code } })),
      },
    ],
  });
  const read = readSheet(layOut(some), { answers: complete, choices: { M1: ["c", "a", "c"] } });
  expect(read.ok && read.sheet.choices.at(-1)).toBe(0b101);
  expect(readSheet(layOut(some), { answers: complete })).toEqual({ ok: false, errors: { M1: ["required"] } });
});

test("a questionnaire that contradicts itself is not taken", () => {
  const question = sipas.questions[0];
  const keys = (change: object) => Questionnaire.safeParse({ ...sipas, ...change }).error?.issues.map((issue) => issue.message);
  expect(keys({ questions: [question, question] })).toEqual(["code_used_twice"]);
  expect(keys({ questions: [{ ...question, factor: "F9" }] })).toEqual(["unknown_factor"]);
  expect(keys({ questions: [{ code: "K", kind: "text", part: "open", required: false, text: { vi: "a", en: "a" } }] })).toEqual(["no_scale"]);
});

test("who rates the whole low leads to the feedback door; where that was not asked or passed over, one low answer about the service does", () => {
  const isLow = (form: typeof layout, answers: Record<string, number>) => {
    const read = readSheet(form, { answers: { ...Object.fromEntries(form.scale.map(({ code }) => [code, 4])), ...answers } });
    return read.ok ? read.sheet.dissatisfied : read.errors;
  };
  expect([isLow(layout, {}), isLow(layout, { O1: 2 }), isLow(layout, { A1: 1 }), isLow(layout, { A1: 1, O1: 0 })]).toEqual([
    false,
    true,
    false,
    true,
  ]);
  const nine = layoutOf("phieu-don-vi");
  expect([isLow(nine, {}), isLow(nine, { S4: 3 }), isLow(nine, { S4: 2 }), isLow(nine, { S9: 6 })]).toEqual([false, false, true, false]);
  const policies = layoutOf("sipas-2022");
  expect([isLow(policies, {}), isLow(policies, { "Q9.1": 1 }), isLow(policies, { "Q9.15": 1 })]).toEqual([false, false, true]);
});
