import {
  answersIn,
  dissatisfied,
  meanScore,
  meanOfFactors,
  pooledShare,
  rounded,
  roundHalfUp,
  satisfied,
  wilsonOfShare,
  type Fraction,
  type LevelCounts,
} from "./estimators.ts";
import { metrics } from "./metrics.ts";
import { visibilityOf } from "./suppression.ts";
import { type IntervalMethod, type MetricId, smallBelow } from "./vocabulary.ts";

/**
 * One published number. `value`, `low` and `high` are in the metric's unit (percent as 0–100). A suppressed figure
 * has no numbers at all; one without a base (n = 0 where nothing is suppressed) has n but no value.
 */
export type Figure = {
  readonly metric: MetricId;
  readonly version: number;
  readonly value: number | null;
  readonly n: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly suppressed: boolean;
  /** Shown greyed, with “mẫu nhỏ”: 5 ≤ n < 30, or n < 30 where nothing is suppressed. */
  readonly small: boolean;
  /** How this interval was made, where the metric knows more than one way. */
  readonly method?: IntervalMethod;
  /** Of a drawn sample: sheets of a simple random sample with as much error, one decimal; null where everybody was asked. */
  readonly effective?: number | null;
};

/** Metrics of answers on the five-level scale. */
export type ScaleMetricId = "satisfaction_index" | "dissatisfaction_rate" | "mean_score" | "answer_rating";

/** Metrics that are a part of a whole the authority counts itself. */
export type RateMetricId = "on_time_rate" | "slip_return_rate";

/** The figure of one question: counts of levels 1 to 5, blanks left out. */
export function figureOfCounts(metricId: ScaleMetricId, counts: LevelCounts): Figure {
  const n = answersIn(counts);
  if (visibilityOf(n) === "hidden") return suppressedFigure(metricId);
  if (metricId === "mean_score") return plainFigure(metricId, meanScore(counts), n);

  const part = metricId === "dissatisfaction_rate" ? dissatisfied(counts) : satisfied(counts);
  return shareFigure(metricId, { above: BigInt(part), below: BigInt(n) }, n);
}

/**
 * The figure of several criteria together, given by factor: pooled over all of them, or as the mean of the factors' indices, each
 * the mean of its criteria's. `sheets` is how many sheets answered at least one of them: it is n, decides
 * suppression and makes the interval, because answers of one person are not independent of each other. Throws
 * RangeError when there are more sheets than answers, or fewer than answered any single criterion.
 */
export function figureOfCriteria(
  metricId: "satisfaction_index" | "dissatisfaction_rate",
  factors: readonly (readonly LevelCounts[])[],
  { sheets, variant }: { sheets: number; variant: "pooled" | "mean" },
): Figure {
  const criteria = factors.flat();
  const answers = criteria.map(answersIn);
  const most = Math.max(0, ...answers);
  if (sheets < most || sheets > answers.reduce((sum, n) => sum + n, 0)) {
    throw new RangeError(`${sheets} sheets cannot have given these answers`);
  }
  if (visibilityOf(sheets) === "hidden") return suppressedFigure(metricId);

  const part = metricId === "dissatisfaction_rate" ? dissatisfied : satisfied;
  const share = variant === "mean" ? meanOfFactors(factors, part) : pooledShare(criteria, part);
  return shareFigure(metricId, share, sheets);
}

/** How many of `answered` people chose one option, with the interval of a simple random sample. */
export function figureOfChoice(chosen: number, answered: number): Figure {
  if (visibilityOf(answered) === "hidden") return suppressedFigure("choice_share");
  return shareFigure("choice_share", { above: BigInt(chosen), below: BigInt(answered) }, answered);
}

/** `part` of `whole`, both counted in full. Without a whole there is no value. */
export function figureOfRate(metricId: RateMetricId, part: number, whole: number): Figure {
  if (part < 0 || part > whole) throw new RangeError(`${part} of ${whole} is not a rate`);
  return plainFigure(metricId, whole === 0 ? null : roundHalfUp(100 * part, whole), whole);
}

/** The median of whole numbers of working days, one per case answered, in any order. */
export function figureOfMedian(metricId: "median_days_to_answer", days: readonly number[]): Figure {
  const sorted = [...days].sort((a, b) => a - b);
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  const upper = sorted[Math.floor(sorted.length / 2)];
  const { decimals } = metrics[metricId].rounding;
  const value = lower === undefined || upper === undefined ? null : roundHalfUp(lower + upper, 2, decimals);
  return plainFigure(metricId, value, sorted.length);
}

/** A plain count: value and base are the same number. */
export function figureOfTotal(metricId: "cases_received", total: number): Figure {
  return { ...plainFigure(metricId, total, total), small: false };
}

/** The empty figure shown where fewer than five answered, and in cells hidden to protect those. */
export function suppressedFigure(metricId: MetricId): Figure {
  return { ...plainFigure(metricId, null, null), suppressed: true, small: false };
}

function shareFigure(metricId: MetricId, share: Fraction, n: number): Figure {
  if (!share) return plainFigure(metricId, null, n);
  const interval = wilsonOfShare(Number(share.above) / Number(share.below), n);
  return {
    ...plainFigure(metricId, rounded(share), n),
    low: toPercent(interval.low),
    high: toPercent(interval.high),
  };
}

/** A figure without an interval. */
export function plainFigure(metricId: MetricId, value: number | null, n: number | null): Figure {
  return {
    metric: metricId,
    version: metrics[metricId].version,
    value,
    n,
    low: null,
    high: null,
    suppressed: false,
    small: n !== null && n < smallBelow,
  };
}

/** A share (0–1) in percent with two decimals. The ends of an interval are irrational, so the float is rounded. */
export function toPercent(share: number): number {
  return Math.round(share * 10_000) / 100;
}
