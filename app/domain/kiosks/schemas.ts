import { z } from "zod";
import { kioskNameMaxLength } from "./vocabulary.ts";

const required = { error: "required" };

export const KioskDraft = z.object({
  name: z.string(required).trim().min(1, required).max(kioskNameMaxLength, { error: "too_long" }),
  /** Slugs. */
  round: z.string(required).min(1, required),
  unit: z.string(required).min(1, required),
  procedure: z.string().nullish(),
});
export type KioskDraft = z.infer<typeof KioskDraft>;
