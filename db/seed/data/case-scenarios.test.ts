import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { caseContents, caseFields, caseKinds, conclusions, refusalReasons, submitterTypes } from "#app/domain/feedback/vocabulary.ts";
import { findPersonalData } from "#app/domain/publishing/personal-data.ts";

const filled = z.string().trim().min(1);
const perhaps = filled.nullable();
const Scenario = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(caseKinds),
  content: z.literal(caseContents).nullable(),
  field: z.enum(caseFields),
  authority: filled,
  unit: filled,
  procedure: perhaps,
  submitter: z.enum(submitterTypes),
  lang: z.enum(["vi", "en"]),
  subject: z.string().min(5).max(200),
  body: z.string().min(40).max(1200),
  place: perhaps,
  answer: perhaps,
  conclusion: z.enum(conclusions).nullable(),
  legalBasis: perhaps,
  publicTitle: perhaps,
  publicBody: perhaps,
  publicAnswer: perhaps,
  internalNote: perhaps,
  thread: z.array(z.strictObject({ from: z.enum(["official", "sender"]), body: filled })).max(3),
  ratingComment: perhaps,
  rejectReason: z.enum(refusalReasons).nullable(),
  rejectText: perhaps,
  supplementRequest: perhaps,
  external: z.strictObject({ body: filled, letterNo: z.string().regex(/^\d+\/.+$/) }).nullable(),
  confidential: z.boolean(),
});
const Comment = z.strictObject({
  text: filled,
  factor: z.enum(["F1", "F2", "F3", "F4", "F5"]),
  tone: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
});
const Person = z.strictObject({
  name: z.string().endsWith(" (mẫu)"),
  phone: z.string().regex(/^0900 000 \d{3}$/),
  email: z.string().regex(/^[a-z.]+@example\.vn$/),
  address: filled,
  org: z.string().endsWith(" (ví dụ)").nullable(),
});
const Unit = z.object({ code: filled, kind: filled, parent: perhaps });
const Procedure = z.object({ code: filled, authority_unit: filled });

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`./${file}.json`, import.meta.url), "utf8"));
const scenarios = z.array(Scenario).parse(read("case-scenarios"));
const comments = z.array(Comment).parse(read("survey-comments"));
const people = z.array(Person).parse(read("demo-people"));
const units = new Map(
  z
    .array(Unit)
    .parse(read("units"))
    .map((unit) => [unit.code, unit]),
);
const procedures = new Map(
  z
    .array(Procedure)
    .parse(read("procedures"))
    .map((procedure) => [procedure.code, procedure]),
);

const publicTexts = scenarios.flatMap(({ id, publicTitle, publicBody, publicAnswer }) =>
  [publicTitle, publicBody, publicAnswer].filter((text) => text !== null).map((text) => ({ id, text })),
);
const closedDoor = (scenario: z.infer<typeof Scenario>) => scenario.confidential || scenario.rejectReason !== null;
const count = (test: (scenario: z.infer<typeof Scenario>) => boolean) => scenarios.filter(test).length;

test("the demo has enough cases of every kind, and all eight contents of the decree", () => {
  expect(scenarios.length).toBeGreaterThanOrEqual(132);
  expect(count(({ kind }) => kind === "gop_y")).toBeGreaterThanOrEqual(20);
  expect(count(({ kind }) => kind === "hoi_dap")).toBeGreaterThanOrEqual(30);
  expect(count(({ kind }) => kind === "phan_anh_kien_nghi")).toBeGreaterThanOrEqual(55);
  expect(count(({ kind }) => kind === "phan_anh_hien_truong")).toBeGreaterThanOrEqual(25);
  expect(new Set(scenarios.map(({ content }) => content).filter((content) => content !== null)).size).toBe(8);
});

test("the demo has cases to refuse for every reason, to supplement, to transfer and to hand over in confidence", () => {
  expect(new Set(scenarios.map(({ rejectReason }) => rejectReason).filter((reason) => reason !== null))).toEqual(new Set(refusalReasons));
  expect(count(({ supplementRequest }) => supplementRequest !== null)).toBeGreaterThanOrEqual(6);
  expect(count(({ external }) => external !== null)).toBeGreaterThanOrEqual(5);
  expect(count(({ confidential }) => confidential)).toBeGreaterThanOrEqual(3);
});

test("no two cases are the same: ids, texts and answers differ", () => {
  expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
  expect(new Set(scenarios.map(({ body }) => body)).size).toBe(scenarios.length);
  const answers = scenarios.map(({ answer }) => answer).filter((answer) => answer !== null);
  expect(new Set(answers).size).toBe(answers.length);
});

test("a case has what its kind asks for, and its unit and procedure belong to its authority", () => {
  const wrong = scenarios.filter((scenario) => {
    const unit = units.get(scenario.unit);
    const procedure = scenario.procedure === null ? undefined : procedures.get(scenario.procedure);
    return (
      (scenario.content !== null) !== (scenario.kind === "phan_anh_kien_nghi") ||
      (scenario.place !== null) !== (scenario.kind === "phan_anh_hien_truong") ||
      !unit?.parent ||
      unit.kind.startsWith("nhom-") ||
      !scenario.unit.startsWith(scenario.authority) ||
      (scenario.procedure !== null && procedure?.authority_unit !== scenario.authority)
    );
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test("a refused or confidential case has no answer and nothing public; every other case has both", () => {
  const wrong = scenarios.filter((scenario) => {
    const { answer, publicTitle, publicBody, publicAnswer, legalBasis, conclusion, rejectReason, rejectText, external } = scenario;
    const given = [answer, publicTitle, publicBody, publicAnswer, legalBasis].filter((text) => text !== null).length;
    return (
      given !== (closedDoor(scenario) ? 0 : 5) ||
      (rejectText !== null) !== (rejectReason !== null) ||
      (conclusion !== null) !== (!closedDoor(scenario) && external === null)
    );
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test("no public text holds a name, telephone, e-mail, identity number, plate, account, dossier or house number", () => {
  const ownShapes = /@|\d{9}|0900|\b\d{2}[A-Z]{1,2}\d?[ -]?\d{3}\.?\d{2}\b|H\d{2}\.\d{2}|số nhà \d|\b(?:Văn|Thị|Hữu) (?:Mẫu|Thử)\b|\b[A-Z]\d{7}\b/u;
  const found = publicTexts.map(({ id, text }) => ({
    id,
    private: [...findPersonalData(text).map((finding) => finding.text), ...(text.match(ownShapes) ?? [])],
  }));
  expect(found.filter((text) => text.private.length > 0)).toEqual([]);
});

test("about a third of what people wrote holds private details for the publisher to take out", () => {
  expect(count(({ body }) => findPersonalData(body).length > 0)).toBeGreaterThanOrEqual(40);
  expect(count(({ body, publicBody }) => publicBody !== null && publicBody !== body)).toBeGreaterThanOrEqual(40);
});

test("the demo has 120 survey comments about all factors in every tone, without personal data", () => {
  expect(comments).toHaveLength(120);
  expect(new Set(comments.map(({ text }) => text)).size).toBe(120);
  expect(new Set(comments.map(({ factor, tone }) => `${factor}${tone}`)).size).toBe(15);
  expect(comments.flatMap(({ text }) => findPersonalData(text))).toEqual([]);
});

test("the demo has 60 senders, each marked as a sample and each with a number and address of its own", () => {
  expect(people).toHaveLength(60);
  for (const key of ["name", "phone", "email"] as const) expect(new Set(people.map((person) => person[key])).size).toBe(60);
});
