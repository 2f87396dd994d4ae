import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { successionKinds, unitKinds } from "#app/domain/units/vocabulary.ts";
import { audiences } from "#app/domain/content/vocabulary.ts";
import { questionKinds, questionParts } from "#app/domain/surveys/vocabulary.ts";

const day = z.iso.date().nullable();
const filled = z.string().min(1);
const Unit = z.object({
  code: z.string().regex(/^[a-z0-9-]+$/),
  name_vi: filled,
  name_en: filled,
  kind: z.enum(unitKinds),
  parent: filled.nullable(),
  external: z.boolean(),
  members: z.array(filled),
  responsibilities: z.array(filled),
  responsibilities_en: z.array(filled),
  valid_from: day,
  valid_to: day,
  versions: z.array(z.object({ name_vi: filled, valid_from: day, valid_to: day })),
});
const Succession = z.object({ from: filled, to: filled, kind: z.enum(successionKinds), date: z.iso.date(), scope_vi: filled, scope_en: filled });
const Channel = z.object({
  channel: z.enum(["truc-tiep", "truc-tuyen", "buu-chinh"]),
  time_limit: z.object({ value: z.number().positive(), unit: filled, text: filled }),
  fee: z.object({ amount: z.number().min(0).nullable(), text: filled }),
});
const Procedure = z.object({
  code: filled,
  slug: z.string().regex(/^[a-z0-9-]{3,80}$/),
  name_vi: filled,
  name_en: filled,
  description_vi: filled,
  description_en: filled,
  unit: filled,
  receiving_unit: filled,
  authority_unit: filled,
  coordinating_units: z.array(filled),
  steps: z.array(filled).min(1),
  channels: z.array(Channel).min(1),
  dossier: z.array(z.object({ name: filled })).min(1),
  dossier_sets: z.number().int().positive(),
  applicants: z.array(filled).min(1),
  result: z.array(filled).min(1),
  legal_basis: z.array(filled).min(1),
  sample: z.literal(true),
});
const Source = z.object({ id: filled, label: filled, where: filled });
const Article = z.object({
  slug: filled,
  title: filled,
  title_en: filled,
  summary: filled,
  summary_en: filled,
  body: filled,
  body_en: filled,
  category: filled,
  unit: filled,
  audience: z.enum(audiences),
  days_ago: z.number().int().min(0).max(731),
  procedures: z.array(filled),
  source_documents: z.array(Source).min(1),
});
const Faq = z.object({
  slug: filled,
  question: filled,
  question_en: filled,
  answer: filled,
  answer_en: filled,
  category: filled,
  unit: filled,
  procedures: z.array(filled),
  source_documents: z.array(Source),
});
const LegalDocument = z.object({
  id: filled,
  slug: filled,
  issuer: filled,
  issuer_unit: filled.nullable(),
  abstract: filled,
  abstract_en: filled,
  date: day,
  published_days_after: z.number().int().min(0).nullable(),
  replaces: z.array(filled),
  replaced_by: z.array(filled),
  amends: z.array(filled),
  amended_by: z.array(filled),
});
const Plan = z.object({
  id: filled,
  issuer: filled,
  legal_document: filled,
  basis: z.array(filled),
  tasks: z.array(z.object({ id: filled, task: filled, lead: z.array(filled).min(1), cooperating: z.array(filled) })).min(1),
  assignments: z.array(z.object({ units: z.array(filled).min(1), text: filled })),
});
const IntakeChannel = z.object({ code: filled, owner_unit: filled.nullable(), accepts_feedback: z.boolean(), purpose: filled, purpose_en: filled, valid_to: day });
const IndexValue = z.object({ index: filled, year: z.number().int(), value: z.number().nullable(), target: z.number().nullable(), basis: filled, break_before: filled.nullable() });
const Both = z.object({ vi: filled, en: filled });
const Questionnaire = z.object({
  code: filled,
  scale: z.array(z.object({ value: z.number(), label: Both })).length(5),
  factors: z.array(z.object({ code: filled, name: Both })),
  questions: z.array(
    z.object({
      code: filled,
      kind: z.enum(questionKinds),
      part: z.enum(questionParts),
      factor: filled.optional(),
      text: Both,
      required: z.boolean(),
      options: z.array(z.object({ code: filled, label: Both })).min(2).optional(),
      showIf: z.object({ question: filled, in: z.array(filled).min(1) }).optional(),
    }),
  ),
});

const here = new URL(".", import.meta.url);
const raw = (name: string) => readFileSync(new URL(name, here), "utf8");
const load = <Shape extends z.ZodType>(name: string, shape: Shape): z.infer<Shape> => shape.parse(JSON.parse(raw(`${name}.json`)));

const units = load("units", z.array(Unit));
const successions = load("unit-successions", z.array(Succession));
const procedures = load("procedures", z.array(Procedure));
const news = load("news", z.array(Article));
const faqs = load("faqs", z.array(Faq));
const categories = load("news-categories", z.array(z.object({ slug: filled })));
const documents = load("legal-documents", z.array(LegalDocument));
const plans = load("plans", z.array(Plan));
const channels = load("channels", z.array(IntakeChannel));
const indices = load("indices", z.array(z.object({ code: filled, slug: filled })));
const values = load("index-values", z.array(IndexValue));
const sipas = load("questionnaire-sipas-22", Questionnaire);
const slip = load("questionnaire-slip", Questionnaire);

const unitByCode = new Map(units.map((unit) => [unit.code, unit]));
const documentIds = new Set(documents.map((document) => document.id));
const procedureCodes = new Set(procedures.map((procedure) => procedure.code));
const repeated = (keys: string[]) => keys.filter((key, at) => keys.indexOf(key) !== at);
const without = (known: { has: (key: string) => boolean }, keys: (string | null)[]) => keys.filter((key) => key !== null && !known.has(key));

test("no code, slug or id of the demo content is used twice", () => {
  expect(repeated(units.map((unit) => unit.code))).toEqual([]);
  expect(repeated(procedures.flatMap((procedure) => [procedure.code, procedure.slug]))).toEqual([]);
  expect(repeated(news.map((article) => article.slug))).toEqual([]);
  expect(repeated(faqs.map((faq) => faq.slug))).toEqual([]);
  expect(repeated(documents.map((document) => document.id))).toEqual([]);
  expect(repeated(documents.map((document) => document.slug))).toEqual([]);
  expect(repeated(plans.flatMap((plan) => [plan.id, ...plan.tasks.map((task) => task.id)]))).toEqual([]);
  expect(repeated(channels.map((channel) => channel.code))).toEqual([]);
  expect(repeated(indices.map((index) => index.code))).toEqual([]);
});

test("every unit named by another record of the demo exists", () => {
  expect(without(unitByCode, units.flatMap((unit) => [unit.parent, ...unit.members]))).toEqual([]);
  expect(without(unitByCode, successions.flatMap((step) => [step.from, step.to]))).toEqual([]);
  expect(without(unitByCode, [...news, ...faqs].map((text) => text.unit))).toEqual([]);
  expect(without(unitByCode, documents.map((document) => document.issuer_unit))).toEqual([]);
  expect(without(unitByCode, channels.map((channel) => channel.owner_unit))).toEqual([]);
  expect(without(unitByCode, plans.flatMap((plan) => [plan.issuer, ...plan.assignments.flatMap((duty) => duty.units)]))).toEqual([]);
});

test("every plan task has a lead and partners that exist", () => {
  expect(plans.flatMap((plan) => plan.tasks)).toHaveLength(93);
  expect(without(unitByCode, plans.flatMap((plan) => plan.tasks.flatMap((task) => [...task.lead, ...task.cooperating])))).toEqual([]);
});

test("every document, procedure and category a text points to exists", () => {
  const texts = [...news, ...faqs];
  expect(without(documentIds, texts.flatMap((text) => text.source_documents.map((source) => source.id)))).toEqual([]);
  expect(without(procedureCodes, texts.flatMap((text) => text.procedures))).toEqual([]);
  expect(without(new Set(categories.map((category) => category.slug)), texts.map((text) => text.category))).toEqual([]);
  expect(without(documentIds, plans.flatMap((plan) => [plan.legal_document, ...plan.basis]))).toEqual([]);
  expect(without(documentIds, documents.flatMap((document) => [...document.replaces, ...document.replaced_by, ...document.amends, ...document.amended_by]))).toEqual([]);
  expect(without(new Set(indices.map((index) => index.code)), values.map((value) => value.index))).toEqual([]);
});

test("procedures belong to units in force today, on both sides of the desk", () => {
  const ended = procedures.flatMap((procedure) =>
    [procedure.unit, procedure.receiving_unit, procedure.authority_unit, ...procedure.coordinating_units].filter((code) => {
      const unit = unitByCode.get(code);
      return !unit || unit.valid_to !== null;
    }),
  );
  expect(ended).toEqual([]);
  expect(procedures).toHaveLength(20);
});

test("the former town has ended and its five named successors are in force", () => {
  expect(unitByCode.get("ninhhoa")?.valid_to).toBe("2025-06-30");
  expect(units.filter((unit) => unit.parent === "ninhhoa" && unit.valid_to === null)).toEqual([]);
  const heirs = successions.filter((step) => step.from === "ninhhoa").map((step) => unitByCode.get(step.to));
  expect(heirs.map((heir) => [heir?.valid_from, heir?.valid_to])).toEqual(Array.from({ length: 5 }, () => ["2025-07-01", null]));
});

test("the versions of a renamed unit follow each other day by day and end with today's name", () => {
  const renamed = units.filter((unit) => unit.versions.length > 0);
  expect(renamed.map((unit) => unit.code)).toContain("kktvp");
  for (const unit of renamed) {
    expect(unit.versions.at(-1)).toMatchObject({ name_vi: unit.name_vi, valid_to: null });
    unit.versions.slice(1).forEach((version, at) => {
      const before = unit.versions[at]?.valid_to ?? "";
      expect(Date.parse(version.valid_from ?? "") - Date.parse(before)).toBe(86_400_000);
    });
  }
});

test("an open intake channel has an owner in force", () => {
  const owners = channels.filter((channel) => channel.accepts_feedback && channel.valid_to === null && channel.owner_unit);
  expect(owners.filter((channel) => unitByCode.get(channel.owner_unit ?? "")?.valid_to !== null)).toEqual([]);
  expect(owners.length).toBeGreaterThan(5);
});

test("the SIPAS form has its 22 criteria in the order of the five factors", () => {
  const criteria = sipas.questions.filter((question) => question.part === "service").map((question) => question.code);
  const sizes = { A: 4, B: 5, C: 6, D: 3, DD: 4 };
  expect(criteria).toEqual(Object.entries(sizes).flatMap(([letter, size]) => Array.from({ length: size }, (_, at) => `${letter}${at + 1}`)));
  const factors = sipas.questions.filter((question) => question.part === "service").map((question) => question.factor);
  expect(factors).toEqual(Object.values(sizes).flatMap((size, factor) => Array.from({ length: size }, () => `F${factor + 1}`)));
  expect(sipas.questions.filter((question) => question.part === "profile" && question.required)).toEqual([]);
  expect(JSON.stringify(sipas)).not.toMatch(/dân tộc|ethnic/i);
});

test("a question that depends on another names a question and options asked before it", () => {
  for (const form of [sipas, slip]) {
    expect(repeated(form.questions.map((question) => question.code))).toEqual([]);
    expect(without(new Set(form.factors.map((factor) => factor.code)), form.questions.map((question) => question.factor ?? null))).toEqual([]);
    form.questions.forEach((question, at) => {
      expect(question.kind === "single" || question.kind === "multiple").toBe(question.options !== undefined);
      if (!question.showIf) return;
      const asked = form.questions.slice(0, at).find((earlier) => earlier.code === question.showIf?.question);
      expect(asked?.options?.map((option) => option.code)).toEqual(expect.arrayContaining(question.showIf.in));
    });
  }
  expect(slip.questions).toHaveLength(6);
});

test("the national satisfaction series breaks where its method changed", () => {
  const national = values.filter((value) => value.index === "SIPAS" && value.value !== null);
  expect(national.map((value) => [value.year, value.value])).toEqual([
    [2017, 80.9], [2018, 82.99], [2019, 84.45], [2020, 85.48], [2021, 87.16], [2022, 80.08], [2023, 82.66], [2024, 83.94],
  ]);
  expect(national.filter((value) => value.break_before).map((value) => value.year)).toEqual([2022]);
});

test("English lists of duties are as long as the Vietnamese ones", () => {
  expect(units.filter((unit) => unit.responsibilities.length !== unit.responsibilities_en.length).map((unit) => unit.code)).toEqual([]);
});

test("demo files are composed Unicode and carry no trace of how they were prepared", () => {
  const names = readdirSync(here).filter((name) => name.endsWith(".json"));
  expect(names.length).toBeGreaterThanOrEqual(13);
  expect(names.filter((name) => raw(name) !== raw(name).normalize("NFC"))).toEqual([]);
  expect(names.filter((name) => /\bseed\b|\.txt\b|\bOCR\b|[0-9a-f]{16}|\uFFFD/iu.test(raw(name)))).toEqual([]);
});
