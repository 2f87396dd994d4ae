import { z } from "zod";
import { subscriptionTopics } from "./vocabulary.ts";

/** The form to subscribe with. Messages are keys of sentences. */
export const SubscriptionForm = z.object({
  topic: z.enum(subscriptionTopics, { error: "not_in_list" }),
  slug: z.string().min(1, { error: "required" }).max(200, { error: "too_long" }),
  email: z
    .string({ error: "required" })
    .trim()
    .min(1, { error: "required" })
    .max(200, { error: "too_long" })
    .regex(/^[^\s@<>,;"\p{Cc}]+@[^\s@<>,;"\p{Cc}]+\.[^\s@<>,;"\p{Cc}]{2,}$/u, { error: "not_an_email" }),
});
