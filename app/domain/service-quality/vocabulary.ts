/** Two sets of rules, each in versions: the score sheet of one-stop desks, and the index set of Decision 766/QĐ-TTg. */
export const ruleKinds = ["one_stop", "decision_766"] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** The life of a score sheet. Each step forward is another person's, save that who appraises may publish. */
export const scoreStates = ["draft", "self_scored", "appraised", "published"] as const;
export type ScoreState = (typeof scoreStates)[number];

/** Ranks of Decree 61/2018, best first. */
export const serviceRanks = ["excellent", "good", "fair", "average", "weak"] as const;
export type ServiceRank = (typeof serviceRanks)[number];

/** Points of one indicator. A missing one is null, never 0. */
export const scorePoints = [0, 1, 2] as const;
export type ScorePoints = (typeof scorePoints)[number];

/** Where the number behind an indicator comes from. `checklist`: somebody looked, and says so with evidence. */
export const indicatorSources = ["portal", "imported", "checklist"] as const;
export type IndicatorSource = (typeof indicatorSources)[number];

/** Why the portal gives no points of its own. */
export const unscoredReasons = ["by_checklist", "not_imported", "nothing_due", "few_slips"] as const;
export type UnscoredReason = (typeof unscoredReasons)[number];

/** How a figure of Decision 766 came about. `no_base`: its denominator is 0; `missing`: nobody has entered it. */
export const figureMarks = ["computed", "imported", "no_base", "missing"] as const;
export type FigureMark = (typeof figureMarks)[number];

/** What the portal works out by itself for a month. */
export const monthMeasures = [
  "decided_in_time",
  "published_in_time",
  "complete_records",
  "cases_classified",
  "cases_in_time",
  "cases_content",
  "dossiers_content",
] as const;
export type MonthMeasure = (typeof monthMeasures)[number];

/** Why a case counts against the authority. */
export const caseFaults = [
  "refused_late",
  "asked_late",
  "answered_late",
  "unanswered",
  "published_late",
  "unpublished",
  "disliked",
  "repeated",
] as const;
export type CaseFault = (typeof caseFaults)[number];
/** Those of them that are about time: index 5.2. */
export const lateFaults = [
  "refused_late",
  "asked_late",
  "answered_late",
  "unanswered",
  "published_late",
  "unpublished",
] as const satisfies readonly CaseFault[];

/** Steps of a case that Decision 766 times, in the order they come. */
export const timedSteps = ["refuse", "request_more", "answer", "publish"] as const;
export type TimedStep = (typeof timedSteps)[number];

export const evidenceMaxLength = 500;
/** A file of dossier counts: one row for a unit, a period and an indicator. */
export const countsMaxBytes = 1_048_576;
export const countsMaxRows = 2_000;
export const rulesMaxBytes = 262_144;
