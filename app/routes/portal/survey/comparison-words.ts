import type { Language } from "#app/domain/content/vocabulary.ts";
import type { FigureComparison } from "#app/domain/insights/compare-figures.ts";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import type { i18nFor } from "#app/i18n/i18n.ts";

type Words = { lang: Language; t: ReturnType<typeof i18nFor>["t"] };

/** How a figure stands to that of an earlier round, in words that say no more than the sheets allow. */
export function comparisonWords({ lang, t }: Words, round: string, value: number | null, comparison: FigureComparison | null): string {
  if (comparison === null) return t("comparison:changed", { round });
  if (comparison.verdict === "few") return t("comparison:few", { round });
  const points = (number: number | null) => formatNumber(lang, number ?? 0, 2).replace("-", "−");
  return t(`comparison:${comparison.verdict}`, {
    round,
    value: value === null ? "" : formatPercent(lang, value, 2),
    points: points(comparison.verdict === "unclear" ? comparison.points : Math.abs(comparison.points ?? 0)),
    low: points(comparison.low),
    high: points(comparison.high),
  });
}

/** A unit's place among the others as far as their figures can be told apart. */
export function rankWords(t: Words["t"], rank: { best: number; worst: number } | null): string {
  if (!rank) return t("comparison:rankFew");
  return rank.best === rank.worst ? String(rank.best) : t("comparison:range", { best: String(rank.best), worst: String(rank.worst) });
}
