import { roundHalfUp } from "../insights/estimators.ts";
import type { Computation, Indicator, OneStopRules } from "./rules-schema.ts";
import type { IndicatorSource, ScorePoints, ServiceRank, UnscoredReason } from "./vocabulary.ts";

/** What the portal found for an indicator: its points, and the share they rest on, as part of a whole. */
export type ComputedScore = {
  points: ScorePoints | null;
  reason: UnscoredReason | null;
  source: IndicatorSource;
  part: number | null;
  whole: number | null;
  /** Imported numbers name their source and day. */
  importedFrom: string | null;
  importedOn: string | null;
};

/** One indicator of a sheet as it is filled in. */
export type ScoreLine = {
  code: string;
  computed: ComputedScore;
  self: ScorePoints | null;
  selfReason: string;
  evidence: string;
  appraised: ScorePoints | null;
  appraisedReason: string;
};

export type DossierCount = { sooner: number; onTime: number; late: number };

/** Points of dossiers: none too many late, and for two points enough of them early. Null where there were none. */
export function pointsOfDossiers(rule: Computation & { kind: "dossiers" }, { sooner, onTime, late }: DossierCount): ScorePoints | null {
  const all = sooner + onTime + late;
  if (all === 0) return null;
  const share = (part: number) => (100 * part) / all;
  if (share(late) <= rule.two.lateAtMost && share(sooner) >= rule.two.soonerAtLeast) return 2;
  return share(late) <= rule.one.lateAtMost ? 1 : 0;
}

/** Points of a part that is as it should be. Null where there is no whole. */
export function pointsOfShare(rule: { two: { atLeast: number }; one: { atLeast: number } }, part: number, whole: number): ScorePoints | null {
  if (whole === 0) return null;
  const share = (100 * part) / whole;
  if (share >= rule.two.atLeast) return 2;
  return share >= rule.one.atLeast ? 1 : 0;
}

/** An upheld report of bad conduct is 0; else what the slips say of attitude. Null where too few slips say anything. */
export function pointsOfAttitude(
  rule: Computation & { kind: "attitude" },
  { upheld, dissatisfied, answered, fewest }: { upheld: number; dissatisfied: number; answered: number; fewest: number },
): ScorePoints | null {
  if (upheld > 0) return 0;
  if (answered < fewest) return null;
  const share = (100 * dissatisfied) / answered;
  if (share <= rule.two.dissatisfiedAtMost) return 2;
  return share <= rule.one.dissatisfiedAtMost ? 1 : 0;
}

export type ScoreTotal = {
  /** Points given so far. */
  points: number;
  most: number;
  /** Codes without points. */
  missing: string[];
  /** Null while an indicator is without points: a missing one is never counted as 0. */
  rank: ServiceRank | null;
};

/** The sum of a sheet's points and the rank it earns. @param given points by indicator code */
export function totalOf(rules: OneStopRules, given: ReadonlyMap<string, ScorePoints | null>): ScoreTotal {
  const missing = rules.indicators.filter(({ code }) => (given.get(code) ?? null) === null).map(({ code }) => code);
  const points = rules.indicators.reduce((sum, { code }) => sum + (given.get(code) ?? 0), 0);
  const rank = rules.ranks.find(({ from }) => points >= from)?.rank ?? null;
  return { points, most: 2 * rules.indicators.length, missing, rank: missing.length > 0 ? null : rank };
}

/** True where an official gives other points than the portal found. */
export const differs = ({ computed }: ScoreLine, given: ScorePoints | null): boolean =>
  given !== null && computed.points !== null && given !== computed.points;

/** The share of a computed line in percent, two decimals half up; null without a base. */
export const shareOf = ({ part, whole }: Pick<ComputedScore, "part" | "whole">): number | null =>
  part === null || whole === null || whole === 0 ? null : roundHalfUp(100 * part, whole);

/** A line nobody filled in. */
export const emptyLine = ({ code }: Indicator, computed: ComputedScore): ScoreLine => ({
  code,
  computed,
  self: null,
  selfReason: "",
  evidence: "",
  appraised: null,
  appraisedReason: "",
});
