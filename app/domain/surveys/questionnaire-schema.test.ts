import { expect, test } from "vitest";
import { minutesOf } from "./minutes-of.ts";
import { Questionnaire } from "./questionnaire-schema.ts";
import { shippedQuestionnaires } from "./shipped-questionnaires.ts";
import { layOut } from "./sheet-layout.ts";

const shipped = shippedQuestionnaires.map((one) => Questionnaire.parse(one));
const form = (code: string) => {
  const found = shipped.find((one) => one.code === code);
  if (!found) throw new Error(`There is no form ${code}`);
  return found;
};

test("every form that comes with the portal is whole, in Vietnamese and in English", () => {
  expect(shipped.map(({ code }) => code)).toEqual(["sipas-22", "sipas-2022", "phieu-mot-cua", "phieu-ba-muc", "phieu-don-vi", "doanh-nghiep"]);
  for (const { code, questions } of shipped) {
    const words = questions.flatMap((question) => [question.text, ...("options" in question ? question.options.map(({ label }) => label) : [])]);
    expect(
      words.filter(({ vi, en }) => vi !== vi.normalize("NFC") || vi.trim() !== vi || en.trim() !== en),
      code,
    ).toEqual([]);
    expect(
      questions.filter(({ part, required }) => part === "profile" && required),
      code,
    ).toEqual([]);
  }
});

test("the form of 2022 asks of eight policies, thirty-three contents in nine groups and nine needs, and for no name", () => {
  const { questions } = form("sipas-2022");
  const count = (start: string) => questions.filter(({ code }) => code.startsWith(start)).length;
  expect([count("Q1."), count("Q8."), count("Q9."), count("Q10.")]).toEqual([8, 7, 33, 9]);
  expect(questions.some(({ code }) => code === "Q10.8")).toBe(false);
  expect(layOut(form("sipas-2022")).groups.map(({ code, about, places }) => [code, about, places.length])).toEqual([
    ["overall", "service", 19],
    ["II.I", "service", 4],
    ["II.II", "service", 4],
    ["II.III", "service", 5],
    ["II.IV", "service", 3],
    ["II.V", "service", 3],
    ["policy", "policy", 14],
    ["I.A", "policy", 2],
    ["I.B", "policy", 2],
    ["I.C", "policy", 8],
    ["I.D", "policy", 2],
  ]);
  expect(JSON.stringify(questions)).not.toMatch(/họ và tên|email|số điện thoại/i);
  expect(questions.find(({ code }) => code === "P8")).toMatchObject({ required: false, sensitive: true });
});

test("the unit slip has nine contents in three groups; the three-level slip has no five-level question", () => {
  expect(layOut(form("phieu-don-vi")).groups.map(({ places }) => places.length)).toEqual([9, 3, 2, 4]);
  const slip = layOut(form("phieu-ba-muc"));
  expect(slip.scale).toEqual([]);
  expect(slip.choices.filter(({ kind }) => kind === "scale3")).toHaveLength(7);
});

test("a form takes the minutes its introduction says, written in it or by the number of its questions", () => {
  const numbers = { một: 1, hai: 2, năm: 5, mười: 10 } as const;
  for (const questionnaire of shipped) {
    const [, word] = /(?:khoảng|dành) (một|hai|năm|mười) phút/.exec(questionnaire.intro.vi) ?? [];
    expect([questionnaire.code, minutesOf(questionnaire)]).toEqual([questionnaire.code, numbers[word as keyof typeof numbers]]);
  }
  const questions = (n: number) => Array.from({ length: n }, () => form("sipas-22").questions).flatMap(([first]) => (first ? [first] : []));
  // Versions before it was written: 39 questions, 71, and one of a single question.
  expect([39, 71, 1].map((n) => minutesOf({ questions: questions(n) }))).toEqual([5, 10, 1]);
});

test("a policy has a place of its own only beside services: alone, policies are all there is to a form", () => {
  const whole = form("sipas-2022");
  const alone = layOut({ ...whole, questions: whole.questions.filter(({ part }) => part === "policy") });
  expect(alone.groups.map(({ code, about, places }) => [code, about, places.length])).toEqual([
    ["overall", "service", 14],
    ["I.A", "service", 2],
    ["I.B", "service", 2],
    ["I.C", "service", 8],
    ["I.D", "service", 2],
  ]);
});

test("a sensitive profile question has no figures by its answers", () => {
  const { profile, choices } = layOut(form("sipas-2022"));
  expect(profile.map((place) => choices[place]?.code)).toEqual(["P2", "P3", "P4", "P5", "P6", "P7"]);
});

test("what contradicts itself is said at its question", () => {
  const slip = form("phieu-ba-muc");
  const wrong = (...questions: object[]) =>
    Questionnaire.safeParse({ ...slip, questions: [slip.questions[0], ...questions] }).error?.issues.map(({ path, message }) => [
      path.at(-1),
      message,
    ]);
  const text = { vi: "a", en: "a" };
  const common = { code: "A", text, required: false, part: "process" };
  const option = (code: string) => ({ code, label: text });
  const grid = { code: "G", text };

  expect(wrong({ ...common, kind: "yesno", showIf: { question: "B", in: ["yes"] } }, { ...common, code: "B", kind: "yesno" })).toEqual([
    [1, "unknown_condition"],
  ]);
  expect(wrong({ ...common, kind: "yesno", showIf: { question: "T0", in: ["1", "4"] } })).toEqual([[1, "unknown_condition"]]);
  expect(wrong({ ...common, kind: "yesno", required: true, sensitive: true })).toEqual([[1, "sensitive_required"]]);
  expect(wrong({ ...common, kind: "number", min: 9, max: 3 })).toEqual([[1, "number_empty"]]);
  expect(
    wrong({
      ...common,
      kind: "number",
      min: 0,
      max: 99,
      bands: [
        { ...option("a"), from: 1 },
        { ...option("b"), from: 5 },
      ],
    }),
  ).toEqual([[1, "bands_not_in_order"]]);
  expect(wrong({ ...common, kind: "multiple", options: [option("a"), option("b")], most: 3 })).toEqual([[1, "most_too_many"]]);
  expect(wrong({ ...common, kind: "single", options: [option("a"), option("a")] })).toEqual([[1, "option_used_twice"]]);
  expect(wrong({ ...common, kind: "yesno", grid }, { ...common, code: "B", kind: "scale3", grid })).toEqual([[2, "grid_differs"]]);
  expect(wrong({ ...common, kind: "yesno", grid }, { ...common, code: "B", kind: "text" }, { ...common, code: "C", kind: "yesno", grid })).toEqual([
    [3, "grid_apart"],
  ]);
  expect(wrong({ ...common, kind: "ranking", options: Array.from({ length: 10 }, (_, index) => option(`o${index}`)) })?.length).toBe(1);
});
