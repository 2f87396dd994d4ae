import { z } from "zod";

const Localised = z.object({ vi: z.string(), en: z.string().nullable() });

/**
 * The national record of an administrative procedure: the eight basic parts of Decree 63/2010/NĐ-CP, article 8,
 * and what is published beside them (articles 13–15). Units, version and validity stand in their own columns.
 */
export const ProcedureRecord = z.object({
  sample: z.boolean(),
  description: Localised.nullable(),
  field: Localised,
  level: Localised,
  coordinatingUnits: z.array(z.string()),
  onlineLevel: z.string().min(1),
  steps: z.array(z.string().min(1)).min(1),
  channels: z
    .array(
      z.object({
        channel: z.enum(["truc-tiep", "truc-tuyen", "buu-chinh"]),
        name: Localised,
        timeLimit: z.object({ value: z.number().nullable(), unit: z.string().nullable(), text: z.string().min(1) }),
        fee: z.object({ amount: z.number().nullable(), currency: z.string().nullable(), text: z.string().min(1) }),
      }),
    )
    .min(1),
  dossier: z
    .array(
      z.object({
        name: z.string().min(1),
        originals: z.number().nullable(),
        copies: z.number().nullable(),
        form: z.string().nullable(),
        note: z.string().nullable(),
      }),
    )
    .min(1),
  dossierSets: z.number().int().min(1),
  applicants: z.array(z.string().min(1)).min(1),
  result: z.array(z.string().min(1)).min(1),
  legalBasis: z.array(z.string().min(1)).min(1),
  requirements: z.array(z.string()),
  keywords: z.array(z.string()),
  decision: z.object({ number: z.string().nullable(), date: z.iso.date().nullable(), issuer: z.string().nullable() }).nullable(),
  changeType: z.string().nullable(),
  nationalUrl: z.url(),
});
export type ProcedureRecord = z.infer<typeof ProcedureRecord>;
