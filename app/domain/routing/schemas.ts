import { z } from "zod";
import { caseContents, caseFields, caseKinds } from "../feedback/vocabulary.ts";
import { fold } from "../text.ts";
import { conditionMaxLength, conditionMost, routingNoteMaxLength, ruleNameMaxLength } from "./vocabulary.ts";

const slug = z.string().regex(/^[a-z0-9-]{1,120}$/, { error: "invalid" });
const list = <Item extends z.ZodType<string, string>>(item: Item) => z.array(item).max(conditionMost, { error: "too_many" });
const phrase = z
  .string()
  .trim()
  .max(conditionMaxLength, { error: "too_long" })
  .refine((text) => fold(text).length >= 2, { error: "too_short" });

/** A rule as an official writes it. Messages are keys of sentences. */
export const RuleDraft = z
  .object({
    name: z.string().trim().min(1, { error: "required" }).max(ruleNameMaxLength, { error: "too_long" }),
    unit: slug,
    when: z.object({
      kinds: list(z.enum(caseKinds)),
      contents: list(z.enum(caseContents.map(String))),
      procedures: list(slug),
      fields: list(z.enum(caseFields)),
      /** One is enough: it holds for the units below it too. */
      aboutUnits: list(slug).max(1),
      places: list(phrase),
      words: list(phrase),
    }),
  })
  .refine(({ when }) => Object.values(when).some((entries) => entries.length > 0), { path: ["when"], error: "condition_required" });
export type RuleDraft = z.output<typeof RuleDraft>;

export const RoutingNote = z.string().trim().min(1, { error: "required" }).max(routingNoteMaxLength, { error: "too_long" });
