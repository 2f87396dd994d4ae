import { z } from "zod";
import { monthMeasures, serviceRanks, timedSteps } from "./vocabulary.ts";

const Words = z.object({ vi: z.string().trim().min(1).max(600), en: z.string().trim().min(1).max(600) });
const percent = z.number().min(0).max(100);
const code = z.string().regex(/^\d(\.\d)?$/);

/** How the portal scores an indicator; `none`: it cannot. Shares are percent. */
const Computation = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  z.object({
    kind: z.literal("dossiers"),
    two: z.object({ soonerAtLeast: percent, lateAtMost: percent }),
    one: z.object({ lateAtMost: percent }),
  }),
  z.object({
    kind: z.literal("procedures"),
    two: z.object({ atLeast: percent }),
    one: z.object({ atLeast: percent }),
    publishWithin: z.int().min(1),
  }),
  z.object({ kind: z.literal("cases"), two: z.object({ atLeast: percent }), one: z.object({ atLeast: percent }) }),
  z.object({
    kind: z.literal("attitude"),
    question: z.string().min(1),
    two: z.object({ dissatisfiedAtMost: percent }),
    one: z.object({ dissatisfiedAtMost: percent }),
  }),
]);
export type Computation = z.infer<typeof Computation>;

const Indicator = z.object({
  code,
  name: Words,
  /** What earns 2, 1 and 0 points, in words. */
  rules: z.object({ two: Words, one: Words, zero: Words }),
  computation: Computation,
});
export type Indicator = z.infer<typeof Indicator>;

/** The score sheet of one-stop desks (Decree 61/2018, article 31): indicators of 0, 1 or 2 points, and ranks by their sum. */
export const OneStopRules = z
  .object({
    kind: z.literal("one_stop"),
    title: Words,
    basis: Words,
    indicators: z.array(Indicator).min(1).max(20),
    ranks: z.array(z.object({ rank: z.enum(serviceRanks), from: z.number().min(0) })).length(serviceRanks.length),
  })
  .refine(({ indicators }) => new Set(indicators.map((one) => one.code)).size === indicators.length, { error: "codes_twice", path: ["indicators"] })
  .refine(({ ranks }) => ranks.every(({ rank, from }, at) => rank === serviceRanks[at] && from < (ranks[at - 1]?.from ?? Infinity)), {
    error: "ranks_fall",
    path: ["ranks"],
  })
  .refine(({ ranks }) => ranks.at(-1)?.from === 0, { error: "ranks_from_zero", path: ["ranks"] });
export type OneStopRules = z.infer<typeof OneStopRules>;

const SubIndex = z.object({
  code,
  name: Words,
  formula: Words,
  max: z.number().min(0),
  /** True where only the group's maximum is known, and its split is a default of ours. */
  assumed: z.boolean().default(false),
  /** Rate from which the whole maximum is given; below, rate × max ÷ this. */
  fullAt: z.number().gt(0).max(100).default(100),
  measure: z.enum(monthMeasures).nullable(),
});
export type SubIndex = z.infer<typeof SubIndex>;

/** The index set of Decision 766/QĐ-TTg. Weights and limits are data: provinces split group 5 in more than one way. */
export const Decision766Rules = z
  .object({
    kind: z.literal("decision_766"),
    title: Words,
    basis: Words,
    groups: z.array(z.object({ code, name: Words, max: z.number().min(0), items: z.array(SubIndex).min(1) })).min(1),
    /** Working days each step may take. */
    steps: z.record(z.enum(timedSteps), z.int().min(1).max(365)),
    /** The record of a procedure: decided so many working days before it takes effect, public so many after the decision. */
    procedures: z.object({ decideBefore: z.int().min(1), publishWithin: z.int().min(1) }),
    /** The indicator under which the dossiers are brought that 5.4 rests on; the first version did not name it. */
    dossiers: z.object({ indicator: code }).default({ indicator: "1" }),
  })
  .refine(({ groups }) => groups.every(({ max, items }) => Math.abs(items.reduce((sum, one) => sum + one.max, 0) - max) < 1e-9), {
    error: "maxima_differ",
    path: ["groups"],
  })
  .refine(
    ({ groups }) => {
      const codes = groups.flatMap(({ items }) => items.map((one) => one.code));
      return new Set(codes).size === codes.length;
    },
    { error: "codes_twice", path: ["groups"] },
  );
export type Decision766Rules = z.infer<typeof Decision766Rules>;

export const ServiceRules = z.union([OneStopRules, Decision766Rules]);
export type ServiceRules = z.infer<typeof ServiceRules>;
