import { z } from "zod";
import { WrittenDay } from "../calendar/written-day.ts";
import { articleBodyMaxLength, articleSummaryMaxLength, articleTitleMaxLength, audiences } from "./vocabulary.ts";

const text = (max: number) => z.string({ error: "required" }).trim().min(1, { error: "required" }).max(max, { error: "too_long" });
const maybe = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: "too_long" })
    .optional()
    .transform((value) => value || null);

/** An article as an editor writes it; bodies are Markdown. English may come later. */
export const ArticleDraft = z.object({
  titleVi: text(articleTitleMaxLength),
  titleEn: maybe(articleTitleMaxLength),
  summaryVi: text(articleSummaryMaxLength),
  summaryEn: maybe(articleSummaryMaxLength),
  bodyVi: text(articleBodyMaxLength),
  bodyEn: maybe(articleBodyMaxLength),
  categorySlug: text(100),
  unitId: z
    .union([z.literal(""), z.uuid({ error: "not_a_choice" })])
    .optional()
    .transform((value) => value || null),
  audience: z.enum(audiences, { error: "not_a_choice" }),
  /** Codes of procedures, apart by commas or spaces. */
  procedureCodes: z
    .string()
    .max(1000, { error: "too_long" })
    .optional()
    .transform((value) => [...new Set((value ?? "").split(/[\s,;]+/).filter(Boolean))]),
  publishOn: z
    .union([z.literal(""), WrittenDay])
    .optional()
    .transform((value) => value || null),
});
export type ArticleDraft = z.infer<typeof ArticleDraft>;
