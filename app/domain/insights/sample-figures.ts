import type { Interval } from "./estimators.ts";
import { rounded } from "./estimators.ts";
import { type Figure, plainFigure, suppressedFigure, toPercent } from "./figures.ts";
import { finiteEffectiveN, wilsonFinite } from "./finite-population.ts";
import { visibilityOf } from "./suppression.ts";
import type { Stratum } from "./strata.ts";
import { boundedRatio, meanOfShares, type ShareEstimate, stratifiedInterval, stratifiedRatio, stratifiedShare } from "./stratified.ts";
import type { IntervalMethod } from "./vocabulary.ts";

/** Metrics of a drawn sample: strata weighted by the people they stand for. */
export type SampleMetricId = "sample_satisfaction" | "sample_dissatisfaction" | "sample_choice_share";

type Strata = readonly Stratum<unknown>[];

/** The figure of one question, or of one option, out of the sums of its sheets in each stratum. */
export function figureOfSampleQuestion(metric: SampleMetricId, strata: Strata): Figure {
  const [only, ...others] = strata;
  const estimate = stratifiedRatio(strata);
  if (!only || others.length > 0 || !estimate) return toFigure(metric, strata, estimate);

  // One stratum is a simple random sample: as many of N_h stand behind the question as there are of the sheets.
  const behind = (only.population * only.sums.x) / only.sums.n;
  const effectiveN = finiteEffectiveN(only.sums.x, behind);
  return toFigure(metric, strata, { ...estimate, effectiveN }, { method: "wilson_fpc", ...wilsonFinite(estimate.share, only.sums.x, behind) });
}

/**
 * The figure of several criteria together. Pooled, out of the sums of whole sheets, or where they are not kept out of those of
 * each criterion with an error that is rather too large; as a mean of factors, each the mean of its criteria, always so.
 * @param sheets who answered any of them. @param pooled undefined where sums of whole sheets are not kept
 * @param factors the strata of each criterion, by factor
 */
export function figureOfSampleCriteria(
  metric: SampleMetricId,
  {
    sheets,
    variant,
    pooled,
    factors,
  }: { sheets: number; variant: "pooled" | "mean"; pooled: Strata | undefined; factors: readonly (readonly Strata[])[] },
): Figure {
  if (variant === "pooled" && pooled) return toFigure(metric, pooled, stratifiedRatio(pooled));
  if (visibilityOf(sheets) === "hidden") return suppressedFigure(metric);
  const estimate =
    variant === "pooled"
      ? boundedRatio(factors.flat(), sheets)
      : meanOfShares(
          factors.map((criteria) => meanOfShares(criteria.map(stratifiedRatio), sheets)),
          sheets,
        );
  if (!estimate) return { ...plainFigure(metric, null, sheets), method: "none" };
  // Half of the last digit of a double keeps a tie of hundredths a tie.
  const figure = plainFigure(metric, toPercent(estimate.share + Number.EPSILON), sheets);
  return withInterval(figure, estimate, "stratified_linearised", stratifiedInterval(estimate));
}

function toFigure(metric: SampleMetricId, strata: Strata, estimate: ShareEstimate | null, interval?: Interval & { method: IntervalMethod }): Figure {
  const n = strata.reduce((sum, { sums }) => sum + sums.reached, 0);
  if (visibilityOf(n) === "hidden") return suppressedFigure(metric);
  const figure = plainFigure(metric, rounded(stratifiedShare(strata)), n);
  if (!estimate) return { ...figure, method: "none" };
  return withInterval(figure, estimate, interval?.method ?? "stratified_linearised", interval ?? stratifiedInterval(estimate));
}

function withInterval(figure: Figure, { effectiveN }: ShareEstimate, method: IntervalMethod, { low, high }: Interval): Figure {
  const effective = effectiveN === Infinity ? null : Math.round(effectiveN * 10) / 10;
  return { ...figure, low: toPercent(low), high: toPercent(high), method, effective };
}
