import { z } from "zod";
import { WrittenDay } from "./written-day.ts";
import { dayKinds } from "./vocabulary.ts";

const text = (max: number) => z.string({ error: "required" }).trim().min(1, { error: "required" }).max(max, { error: "too_long" });

/** A special day as an administrator enters it, with the notice or decision it rests on. */
export const CalendarDayForm = z
  .object({
    day: WrittenDay,
    kind: z.enum(dayKinds, { error: "required" }),
    nameVi: text(120),
    nameEn: text(120),
    source: text(300),
    unitId: z
      .union([z.literal(""), z.uuid({ error: "not_a_choice" })])
      .optional()
      .transform((value) => value || null),
    /** Of a swap: the day worked instead. */
    workedOn: z.union([z.literal(""), WrittenDay]).optional(),
  })
  .superRefine(({ kind, day, workedOn }, context) => {
    if (workedOn && (kind !== "hoan_doi_nghi" || workedOn === day)) context.addIssue({ code: "custom", path: ["workedOn"], message: "not_right" });
  });
export type CalendarDayForm = z.infer<typeof CalendarDayForm>;

/** An optional whole number of a form; empty is null. */
const perhaps = (least: number, most: number) =>
  z
    .union([
      z.literal("").transform(() => null),
      z.coerce.number({ error: "not_a_number" }).int({ error: "not_a_number" }).min(least, { error: "too_few" }).max(most, { error: "too_many" }),
    ])
    .optional()
    .transform((value) => value ?? null);

/** A new version of a deadline rule: how long, until when it may be extended, since when and by what. */
export const DeadlineRuleForm = z
  .object({
    code: z.string().min(1, { error: "required" }).max(120, { error: "too_long" }),
    amount: z.coerce.number({ error: "not_a_number" }).int({ error: "not_a_number" }).min(1, { error: "too_few" }).max(365, { error: "too_many" }),
    ceiling: perhaps(1, 365),
    cutOffHour: perhaps(0, 23),
    basis: text(300),
    validFrom: WrittenDay,
    unitId: z
      .union([z.literal(""), z.uuid({ error: "not_a_choice" })])
      .optional()
      .transform((value) => value || null),
  })
  .refine(({ amount, ceiling }) => ceiling === null || ceiling >= amount, { path: ["ceiling"], error: "too_few" });
export type DeadlineRuleForm = z.infer<typeof DeadlineRuleForm>;
