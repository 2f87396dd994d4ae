import { z } from "zod";
import { dayKinds } from "./vocabulary.ts";

const text = (max: number) => z.string({ error: "required" }).trim().min(1, { error: "required" }).max(max, { error: "too_long" });

/** A special day as an administrator enters it, with the notice or decision it rests on. */
export const CalendarDayForm = z
  .object({
    day: z.iso.date({ error: "not_a_date" }),
    kind: z.enum(dayKinds, { error: "required" }),
    nameVi: text(120),
    nameEn: text(120),
    source: text(300),
    unitId: z
      .union([z.literal(""), z.uuid({ error: "not_a_choice" })])
      .optional()
      .transform((value) => value || null),
    /** Of a swap: the day worked instead. */
    workedOn: z.union([z.literal(""), z.iso.date({ error: "not_a_date" })]).optional(),
  })
  .superRefine(({ kind, day, workedOn }, context) => {
    if (workedOn && (kind !== "hoan_doi_nghi" || workedOn === day)) context.addIssue({ code: "custom", path: ["workedOn"], message: "not_right" });
  });
export type CalendarDayForm = z.infer<typeof CalendarDayForm>;
