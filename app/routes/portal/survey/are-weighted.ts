import type { Figure } from "#app/domain/insights/figures.ts";

/** Whether any of these figures of a drawn sample that may be shown is weighted by strata. */
export const areWeighted = (figures: readonly Figure[]): boolean =>
  figures.some(({ metric, suppressed }) => !suppressed && metric.startsWith("sample_"));
