import { z } from "zod";
import { WrittenDay } from "../calendar/written-day.ts";
import { isMonth } from "./period.ts";
import { evidenceMaxLength, type ScorePoints } from "./vocabulary.ts";

const text = z
  .string()
  .trim()
  .max(evidenceMaxLength, { error: "too_long" })
  .transform((value) => value.replaceAll("\0", ""))
  .default("");

/** 0, 1 or 2; empty where the indicator has no points yet. */
const Points = z.enum(["", "0", "1", "2"], { error: "not_a_choice" }).transform((value) => (value === "" ? null : (Number(value) as ScorePoints)));

/** What an official gives for each indicator, by its code. */
export const ScoreForm = z.record(z.string().regex(/^\d(\.\d)?$/), z.object({ points: Points, reason: text, evidence: text }));
export type ScoreForm = z.infer<typeof ScoreForm>;

const count = z
  .string()
  .trim()
  .regex(/^\d{1,9}$/, { error: "not_a_number" })
  .transform(Number);

/** A sub-index that an official enters for a month. */
export const MonthValueForm = z
  .object({
    authority: z.string().min(1, { error: "required" }).max(200),
    month: z.string().refine(isMonth, { error: "not_a_date" }),
    code: z.string().regex(/^\d\.\d$/, { error: "required" }),
    numerator: count,
    denominator: count,
    source: z.string().trim().min(1, { error: "required" }).max(200, { error: "too_long" }),
  })
  .refine(({ numerator, denominator }) => numerator <= denominator, { error: "out_of_range", path: ["numerator"] });
export type MonthValueForm = z.infer<typeof MonthValueForm>;

/** A version of rules that is added. */
export const RulesForm = z.object({
  validFrom: WrittenDay,
  note: z.string().trim().min(1, { error: "required" }).max(200, { error: "too_long" }),
});
