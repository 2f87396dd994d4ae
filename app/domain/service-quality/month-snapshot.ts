import { z } from "zod";
import { caseFaults, timedSteps } from "./vocabulary.ts";

const day = z.iso.date();

/** A version of a procedure that is in force on the month's last day, or was decided or due in the month. */
const ProcedureFact = z.object({
  code: z.string(),
  version: z.number(),
  inForce: z.boolean(),
  /** Parts of the record that are missing; empty where it is complete. */
  missing: z.array(z.string()),
  decidedOn: day.nullable(),
  effectiveOn: day,
  /** Null where it was not decided in the month. */
  decidedInTime: z.boolean().nullable(),
  publishDueOn: day.nullable(),
  publishedOn: day.nullable(),
  /** Null where it was not due in the month. */
  publishedInTime: z.boolean().nullable(),
});
export type ProcedureFact = z.infer<typeof ProcedureFact>;

/** A report or recommendation that a step ended of in the month, that was overdue at its end, or rated in it. It names nobody. */
const CaseFact = z.object({
  code: z.string(),
  /** Empty where it was only rated in the month. */
  steps: z.array(z.object({ step: z.enum(timedSteps), from: day, due: day, endedOn: day.nullable(), late: z.boolean() })),
  faults: z.array(z.enum(caseFaults)),
});
export type CaseFact = z.infer<typeof CaseFact>;

/** Everything a month's figures follow from, beside the rules. Counted once, when the month is over. */
export const MonthSnapshot = z.object({
  month: z.string(),
  calendarVersion: z.number(),
  procedures: z.array(ProcedureFact),
  cases: z.array(CaseFact),
  received: z.object({ all: z.number(), classified: z.number() }),
  /** Reports about how dossiers are handled, whether dossiers were brought in or not; missing in the oldest months. */
  reported: z.number().optional(),
  /** Dossiers of the month that were brought from the one-stop software, and the reports about handling them. */
  dossiers: z.object({ all: z.number(), late: z.number(), reported: z.number(), source: z.string(), importedOn: day }).nullable(),
  /** Sub-indices that officials entered. */
  entered: z.array(z.object({ code: z.string(), numerator: z.number(), denominator: z.number(), source: z.string(), enteredOn: day })),
});
export type MonthSnapshot = z.infer<typeof MonthSnapshot>;
