import { z } from "zod";
import { allocations, confidenceLevels, marginMost, minimumMost, sampleMethods } from "./vocabulary.ts";

const percent = (most: number) => z.number({ error: "not_a_number" }).min(1, { error: "too_few" }).max(most, { error: "too_many" });

/** What a plan is asked for; shares in percent. `share`: how many are thought to be satisfied (50 asks for most answers). */
export const SampleWish = z.object({
  method: z.enum(sampleMethods, { error: "not_a_choice" }),
  margin: percent(marginMost),
  share: percent(99),
  confidence: z.literal([...confidenceLevels], { error: "not_a_choice" }),
  responseRate: percent(100),
  /** Answers wanted at least of each stratum. */
  minimum: z.int({ error: "not_a_number" }).min(0, { error: "too_few" }).max(minimumMost, { error: "too_many" }),
  allocation: z.enum(allocations, { error: "not_a_choice" }),
});
export type SampleWish = z.infer<typeof SampleWish>;

/** Five points, half of those asked answering: what the guidance and experience with letters suggest. */
export const usualWish: SampleWish = {
  method: "slovin",
  margin: 5,
  share: 50,
  confidence: 95,
  responseRate: 50,
  minimum: 5,
  allocation: "proportional",
};
