import { z } from "zod";
import { daysBetween } from "../calendar/civil-day.ts";
import { WrittenDay } from "../calendar/written-day.ts";
import {
  consentMaxLength,
  exclusionReasons,
  keyingDaysMost,
  reasonMaxLength,
  roundTitleMaxLength,
  sheetFlags,
  sheetModes,
  slipDaysMost,
  slipOccasions,
  slipsPerBatch,
} from "./vocabulary.ts";

const wrongType = { error: (issue: { input?: unknown }) => (issue.input === undefined ? "required" : "wrong_type") };
const byCode = z.record(z.string(), z.unknown(), wrongType);
const slug = z.string(wrongType).max(200, { error: "unknown" }).nullish();

/** The outer shape of an answer sheet; what is inside is read against its questionnaire (`readSheet`). */
export const AnswerSheet = z.object({
  /** Code of a five-level question → 1…5; 0 or null says “no opinion”, 6 or "na" “does not apply” where it may be said. */
  answers: byCode,
  /**
   * Code of any other closed question → option code, or codes where several may be chosen; "yes" or "no"; 1…3 or "na" on
   * three levels; a whole number; for a ranking the option codes, best first, or option code → rank.
   */
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
const consent = z.string(required).trim().min(1, required).max(consentMaxLength, { error: "too_long" });
const title = z.string(required).trim().min(1, required).max(roundTitleMaxLength, { error: "too_long" });

export const RoundDraft = z
  .object({
    titleVi: title,
    titleEn: title,
    /** Slug of the root unit. */
    authority: z.string(required).min(1, required),
    questionnaireVersionId: z.uuid({ error: "required" }),
    opensOn: WrittenDay,
    closesOn: WrittenDay,
    /** Last day on which paper sheets are typed in; none: the last day of the round. */
    keyingUntil: WrittenDay.nullish(),
    target: z.number({ error: "not_a_number" }).min(0, { error: "not_a_percentage" }).max(100, { error: "not_a_percentage" }).nullable(),
    modes: z.array(z.enum(sheetModes, { error: "not_a_choice" })).min(1, required),
    /** Slugs of the units that are rated. */
    units: z.array(z.string().min(1)).min(1, required).max(100, { error: "too_many" }),
    /** What respondents are told about the use of their answers. Frozen when the round opens. */
    consentVi: consent,
    consentEn: consent,
  })
  .refine((draft) => draft.opensOn <= draft.closesOn, { path: ["closesOn"], error: "before_start" })
  .refine(({ keyingUntil, modes }) => !keyingUntil || modes.includes("paper"), { path: ["keyingUntil"], error: "only_with_paper" })
  .refine(({ keyingUntil, closesOn }) => !keyingUntil || closesOn <= keyingUntil, { path: ["keyingUntil"], error: "before_last_day" })
  .refine(({ keyingUntil, closesOn }) => !keyingUntil || daysBetween(closesOn, keyingUntil) <= keyingDaysMost, {
    path: ["keyingUntil"],
    error: "keying_too_long",
  });
export type RoundDraft = z.infer<typeof RoundDraft>;

/** Words that an act needs: why something is returned or withdrawn, what is corrected. */
export const WrittenReason = z.string(required).trim().min(1, required).max(reasonMaxLength, { error: "too_long" });

/** What a correction tells the public. */
export const CorrectionNote = z.object({ vi: WrittenReason, en: WrittenReason });
export type CorrectionNote = z.infer<typeof CorrectionNote>;

/** A later last day of an open round, and why, as everybody will read it. */
export const ExtensionWish = CorrectionNote.extend({
  until: WrittenDay,
  /** It was said that the round may go on into the next half of the year. */
  acrossHalf: z.boolean(),
});
export type ExtensionWish = z.infer<typeof ExtensionWish>;

const notGiven = (value: unknown) => (value === "" ? null : value);

/** A group of sheets that is invalid: one or more of unit, way of answering, days and flag, and why. */
export const ExclusionDraft = z
  .object({
    /** Slug of a unit of the round. */
    unit: z.preprocess(notGiven, z.string().nullable()),
    mode: z.preprocess(notGiven, z.enum(sheetModes, { error: "not_a_choice" }).nullable()),
    fromDay: z.preprocess(notGiven, WrittenDay.nullable()),
    toDay: z.preprocess(notGiven, WrittenDay.nullable()),
    flag: z.preprocess(notGiven, z.enum(sheetFlags, { error: "not_a_choice" }).nullable()),
    reason: z.enum(exclusionReasons, required),
    note: WrittenReason,
  })
  .refine(({ unit, mode, fromDay, toDay, flag }) => [unit, mode, fromDay, toDay, flag].some((one) => one !== null), {
    path: ["unit"],
    error: "required",
  })
  .refine(({ fromDay, toDay }) => fromDay === null || toDay === null || fromDay <= toDay, { path: ["toDay"], error: "before_start" });
export type ExclusionDraft = z.infer<typeof ExclusionDraft>;

export const SlipBatch = z.object({
  round: z.string(required).min(1, required),
  unit: z.string(required).min(1, required),
  procedure: z.string().nullish(),
  occasion: z.enum(slipOccasions, { error: "required" }),
  count: z.int({ error: "not_a_number" }).min(1, { error: "too_few" }).max(slipsPerBatch, { error: "too_many" }),
  validDays: z.int({ error: "not_a_number" }).min(1, { error: "too_few" }).max(slipDaysMost, { error: "too_many" }),
});
export type SlipBatch = z.infer<typeof SlipBatch>;
