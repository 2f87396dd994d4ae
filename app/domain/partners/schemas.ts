import { z } from "zod";
import { WrittenDay } from "../calendar/written-day.ts";
import { apiKeyScopes, mostHourlyLimit, partnerNameMaxLength, usualHourlyLimit } from "./vocabulary.ts";

/** What an administrator says of a new key. Messages are keys. */
export const ApiKeyWish = z.object({
  partner: z.string({ error: "required" }).trim().min(1, { error: "required" }).max(partnerNameMaxLength, { error: "too_long" }),
  scope: z.enum(apiKeyScopes, { error: "required" }),
  validUntil: WrittenDay,
  hourlyLimit: z.coerce
    .number({ error: "not_right" })
    .int({ error: "not_right" })
    .min(1, { error: "not_right" })
    .max(mostHourlyLimit, { error: "not_right" })
    .default(usualHourlyLimit),
});
export type ApiKeyWish = z.infer<typeof ApiKeyWish>;
