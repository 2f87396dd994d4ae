import { z } from "zod";
import { WrittenDay } from "../calendar/written-day.ts";
import { improvementMaxLength } from "./vocabulary.ts";

const required = { error: "required" };
const words = z.string(required).trim().min(1, required).max(improvementMaxLength, { error: "too_long" });
const wordsOrNone = z
  .string()
  .trim()
  .max(improvementMaxLength, { error: "too_long" })
  .transform((text) => text || null);

/** What a unit writes. */
export const ImprovementDraft = z.object({
  /** Slug of the unit. */
  unit: z.string(required).min(1, required),
  /** `questionnaire/criterion`. */
  criterion: z.string(required).regex(/^[\w.+-]{1,40}\/[\w.+-]{1,40}$/, required),
  saidVi: words,
  saidEn: wordsOrNone,
  didVi: words,
  didEn: wordsOrNone,
  doneOn: WrittenDay,
});
export type ImprovementDraft = z.infer<typeof ImprovementDraft>;
