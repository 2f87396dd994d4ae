import { z } from "zod";
import { indexVariants, questionParts, roundTitleMaxLength, sheetModes, slipDaysMost, slipOccasions, slipsPerBatch } from "./vocabulary.ts";

const Words = z.object({ vi: z.string().min(1), en: z.string().min(1) });
/** Codes name questions, options and factors for good; labels may be reworded, codes never. */
const Code = z.string().regex(/^[\w.+-]{1,40}$/);
const Option = z.object({ code: Code, label: Words });

const common = { code: Code, text: Words, required: z.boolean(), part: z.enum(questionParts), factor: Code.optional() };
const ScaleQuestion = z.object({ ...common, kind: z.literal("scale5") });
const ChoiceQuestion = z.object({
  ...common,
  kind: z.enum(["single", "multiple"]),
  /** Thirty: what a bit set in an integer column holds. */
  options: z.array(Option).min(2).max(30),
  /** Asked only of those who chose one of these options of another question. */
  showIf: z.object({ question: Code, in: z.array(Code).min(1) }).optional(),
});
const TextQuestion = z.object({ ...common, kind: z.literal("text") });
export type ScaleQuestion = z.infer<typeof ScaleQuestion>;
export type ChoiceQuestion = z.infer<typeof ChoiceQuestion>;
export type TextQuestion = z.infer<typeof TextQuestion>;

const level = (value: 1 | 2 | 3 | 4 | 5) => z.object({ value: z.literal(value), label: Words });

/** One version of a questionnaire, as it is imported, stored and handed out. */
export const Questionnaire = z
  .object({
    code: Code,
    version: z.int().min(1),
    title: Words,
    intro: Words,
    consent: Words,
    closing: Words,
    scale: z.tuple([level(1), level(2), level(3), level(4), level(5)]),
    indexVariant: z.enum(indexVariants),
    factors: z.array(z.object({ code: Code, name: Words })),
    questions: z
      .array(z.discriminatedUnion("kind", [ScaleQuestion, ChoiceQuestion, TextQuestion]))
      .min(1)
      .max(200),
  })
  .superRefine(({ questions, factors }, context) => {
    const wrong = (at: number, message: string) => context.addIssue({ code: "custom", path: ["questions", at], message });
    const codes = new Map(questions.map((question) => [question.code, question]));
    const factorCodes = new Set(factors.map((factor) => factor.code));
    if (codes.size < questions.length) context.addIssue({ code: "custom", path: ["questions"], message: "code_used_twice" });
    if (!questions.some((question) => question.kind === "scale5")) context.addIssue({ code: "custom", path: ["questions"], message: "no_scale" });
    for (const [at, question] of questions.entries()) {
      if (question.factor !== undefined && !factorCodes.has(question.factor)) wrong(at, "unknown_factor");
      if (!("showIf" in question) || question.showIf === undefined) continue;
      const asked = codes.get(question.showIf.question);
      const options = asked && "options" in asked ? asked.options.map((option) => option.code) : [];
      if (!question.showIf.in.every((code) => options.includes(code))) wrong(at, "unknown_condition");
    }
  });
export type Questionnaire = z.infer<typeof Questionnaire>;

const wrongType = { error: (issue: { input?: unknown }) => (issue.input === undefined ? "required" : "wrong_type") };
const byCode = z.record(z.string(), z.unknown(), wrongType);
const slug = z.string(wrongType).max(200, { error: "unknown" }).nullish();

/** The outer shape of an answer sheet; what is inside is read against its questionnaire (`readSheet`). */
export const AnswerSheet = z.object({
  /** Criterion code → 1…5; 0 or null says “no opinion”. */
  answers: byCode,
  /** Question code → option code, or codes where several may be chosen. */
  choices: byCode.optional(),
  profile: byCode.optional(),
  texts: byCode.optional(),
  /** Slugs. A slip brings its own unit and procedure, which then count. */
  unit: slug,
  procedure: slug,
  slip: slug,
});
export type AnswerSheet = z.infer<typeof AnswerSheet>;

const required = { error: "required" };
const day = z.iso.date({ error: "not_a_date" });
const title = z.string(required).trim().min(1, required).max(roundTitleMaxLength, { error: "too_long" });

export const RoundDraft = z
  .object({
    titleVi: title,
    titleEn: title,
    /** Slug of the root unit. */
    authority: z.string(required).min(1, required),
    questionnaireVersionId: z.uuid({ error: "required" }),
    opensOn: day,
    closesOn: day,
    target: z.number({ error: "not_a_number" }).min(0, { error: "not_a_percentage" }).max(100, { error: "not_a_percentage" }).nullable(),
    modes: z.array(z.enum(sheetModes, { error: "not_a_choice" })).min(1, required),
    /** Slugs of the units that are rated. */
    units: z.array(z.string().min(1)).min(1, required).max(100, { error: "too_many" }),
  })
  .refine((draft) => draft.opensOn <= draft.closesOn, { path: ["closesOn"], error: "before_start" });
export type RoundDraft = z.infer<typeof RoundDraft>;

export const SlipBatch = z.object({
  round: z.string(required).min(1, required),
  unit: z.string(required).min(1, required),
  procedure: z.string().nullish(),
  occasion: z.enum(slipOccasions, { error: "required" }),
  count: z.int({ error: "not_a_number" }).min(1, { error: "too_few" }).max(slipsPerBatch, { error: "too_many" }),
  validDays: z.int({ error: "not_a_number" }).min(1, { error: "too_few" }).max(slipDaysMost, { error: "too_many" }),
});
export type SlipBatch = z.infer<typeof SlipBatch>;
