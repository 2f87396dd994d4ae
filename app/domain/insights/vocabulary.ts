export const metricIds = [
  "satisfaction_index",
  "dissatisfaction_rate",
  "mean_score",
  "on_time_rate",
  "median_days_to_answer",
  "cases_received",
  "answer_rating",
  "slip_return_rate",
  "choice_share",
  "sample_satisfaction",
  "sample_dissatisfaction",
  "sample_choice_share",
  "round_difference",
  "unit_rank",
  "importance",
  "post_stratified_index",
  "group_difference",
  "three_level_share",
  "one_stop_score",
  "decision_766_rate",
  "decision_766_points",
] as const;
export type MetricId = (typeof metricIds)[number];

export const metricUnits = ["percent", "points", "coefficient", "rank", "score_1_to_5", "working_days", "cases", "marks"] as const;
export type MetricUnit = (typeof metricUnits)[number];

/** How the interval beside a figure is made. `none`: the figure counts everything there is, or is not an index. */
export const intervalMethods = ["wilson", "wilson_fpc", "stratified_linearised", "newcombe", "spearman_delta", "none"] as const;
export type IntervalMethod = (typeof intervalMethods)[number];

/** Fewer answers than this are not shown at all. */
export const hiddenBelow = 5;

/** Fewer answers than this are shown greyed, with “mẫu nhỏ”. */
export const smallBelow = 30;

export const visibilities = ["hidden", "small", "shown"] as const;
export type Visibility = (typeof visibilities)[number];
