import { z } from "zod";

/** What a reform plan holds beside its tasks, as printed. */
export const PlanRecord = z.object({
  type: z.string(),
  budget: z.string().nullable(),
  goals: z.array(z.object({ code: z.string(), text: z.string(), value: z.string().nullable(), dueOn: z.iso.date().nullable() })),
  assignments: z.array(z.object({ units: z.array(z.string()), clause: z.string().nullable(), text: z.string() })),
});
export type PlanRecord = z.infer<typeof PlanRecord>;
