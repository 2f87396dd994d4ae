import { z } from "zod";
import { checkQuestionnaire } from "./questionnaire-rules.ts";
import { indexVariants, questionParts } from "./vocabulary.ts";

/** Codes name questions, options and factors for good; labels may be reworded, codes never. */
const Code = z.string().regex(/^[\w.+-]{1,40}$/);

const whole = z.object({ vi: z.string().min(1), en: z.string().min(1) });
/** Four thousand: more than a screen of text is no question. */
const unfinished = z.object({ vi: z.string().max(4000), en: z.string().max(4000) });

/** The parts of a questionnaire. A draft may lack words, options and questions; nothing else about it is different. */
function questionnaireOf(Words: typeof whole, least: { options: number; questions: number }) {
  const Option = z.object({ code: Code, label: Words });
  const common = {
    code: Code,
    text: Words,
    required: z.boolean(),
    part: z.enum(questionParts),
    factor: Code.optional(),
    /** Asked only of those who chose one of these options of an earlier question (`codesOf`). */
    showIf: z.object({ question: Code, in: z.array(Code).min(1).max(30) }).optional(),
    /** About ethnicity, health, belief … : never required, and no figure is crossed with it. */
    sensitive: z.literal(true).optional(),
  };
  /** Questions one after another with the same answers to choose from are drawn as one table. Each stays a question of its own. */
  const grid = { grid: z.object({ code: Code, text: Words }).optional() };
  /** “Không biết / Không áp dụng” may be answered; it counts in no base. */
  const notApplicable = { notApplicable: z.literal(true).optional() };
  /** Thirty: what a bit set in an integer column holds. */
  const options = z.array(Option).min(least.options).max(30);
  const level = (value: 1 | 2 | 3 | 4 | 5) => z.object({ value: z.literal(value), label: Words });

  const Question = z.discriminatedUnion("kind", [
    z.object({ ...common, ...grid, ...notApplicable, kind: z.literal("scale5") }),
    /** The three levels of the one-stop slip (TT 01/2018/TT-VPCP); never put together with five levels. */
    z.object({ ...common, ...grid, ...notApplicable, kind: z.literal("scale3") }),
    z.object({ ...common, ...grid, kind: z.literal("single"), options }),
    z.object({ ...common, ...grid, kind: z.literal("yesno") }),
    z.object({
      ...common,
      kind: z.literal("multiple"),
      options,
      /** So many may be chosen at most. */
      most: z.int().min(1).max(30).optional(),
    }),
    z.object({
      ...common,
      kind: z.literal("number"),
      min: z.int().min(0).max(999),
      max: z.int().min(0).max(999),
      /** What is counted: “lần”, “ngày”. */
      unit: Words.optional(),
      /** Only the band is kept, not the number: ages, incomes. Bands follow one another from `min` to `max`. */
      bands: z
        .array(z.object({ code: Code, label: Words, from: z.int() }))
        .min(least.options)
        .max(30)
        .optional(),
    }),
    /** Options are put in order; the first ones may be enough. Ten options have no room in a number of nine digits. */
    z.object({ ...common, kind: z.literal("ranking"), options: z.array(Option).min(least.options).max(9) }),
    z.object({ ...common, kind: z.literal("text"), lines: z.enum(["short", "long"]).optional() }),
  ]);

  return z.object({
    code: Code,
    version: z.int().min(1).max(9999),
    /** About how long it takes, as letters and pages say it; without it by the number of questions (`minutesOf`). */
    minutes: z.int().min(1).max(120).optional(),
    title: Words,
    intro: Words,
    consent: Words,
    closing: Words,
    scale: z.tuple([level(1), level(2), level(3), level(4), level(5)]),
    indexVariant: z.enum(indexVariants),
    factors: z.array(z.object({ code: Code, name: Words })).max(30),
    questions: z.array(Question).min(least.questions).max(200),
  });
}

/** One version of a questionnaire, as it is imported, stored and handed out; told in docs/questionnaire-format.md. */
export const Questionnaire = questionnaireOf(whole, { options: 2, questions: 1 }).superRefine((questionnaire, context) => {
  for (const { path, message } of checkQuestionnaire(questionnaire)) context.addIssue({ code: "custom", path, message });
});
export type Questionnaire = z.infer<typeof Questionnaire>;

/** A version that is still being written: words may be missing, and it may contradict itself. */
export const QuestionnaireDraft = questionnaireOf(unfinished, { options: 0, questions: 0 });

export type Question = Questionnaire["questions"][number];
export type ScaleQuestion = Extract<Question, { kind: "scale5" }>;
export type TextQuestion = Extract<Question, { kind: "text" }>;
/** Every closed question that is not on the five-level scale: its answer is one integer of `sheets.choices`. */
export type ChoiceQuestion = Exclude<Question, ScaleQuestion | TextQuestion>;
