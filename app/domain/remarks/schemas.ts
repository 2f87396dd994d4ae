import { z } from "zod";
import { languages } from "../content/vocabulary.ts";
import { remarkMaxLength, remarkReasonMaxLength, tagNameMaxLength } from "./vocabulary.ts";

const required = { error: "required" };

/** The words for everybody that an official proposes. */
export const RemarkProposal = z.object({
  text: z.string(required).trim().min(1, required).max(remarkMaxLength, { error: "too_long" }),
  language: z.enum(languages).catch("vi"),
  /** Why what the detector marks may stay; empty where nothing may. */
  keptReason: z.string().trim().max(remarkReasonMaxLength, { error: "too_long" }).catch(""),
});
export type RemarkProposal = z.infer<typeof RemarkProposal>;

/** A tag that an authority makes for itself. */
export const OwnTagDraft = z.object({
  nameVi: z.string(required).trim().min(2, required).max(tagNameMaxLength, { error: "too_long" }),
  nameEn: z
    .string()
    .trim()
    .max(tagNameMaxLength, { error: "too_long" })
    .transform((name) => name || null)
    .catch(null),
});
export type OwnTagDraft = z.infer<typeof OwnTagDraft>;
