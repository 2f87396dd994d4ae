import { z } from "zod";
import { WrittenDay } from "../calendar/written-day.ts";
import { sheetsPerBatch } from "./vocabulary.ts";

const required = { error: "required" };
const number = z.int({ error: "not_a_number" });

export const PaperBatchDraft = z
  .object({
    /** Slugs. */
    round: z.string(required).min(1, required),
    unit: z.string(required).min(1, required),
    procedure: z.string().nullish(),
    filledFrom: WrittenDay,
    filledTo: WrittenDay,
    firstNumber: number.min(1, { error: "too_few" }).max(9_999_999, { error: "too_many" }),
    sheets: number.min(1, { error: "too_few" }).max(sheetsPerBatch, { error: "too_many" }),
  })
  .refine((draft) => draft.filledFrom <= draft.filledTo, { path: ["filledTo"], error: "before_start" });
export type PaperBatchDraft = z.infer<typeof PaperBatchDraft>;
