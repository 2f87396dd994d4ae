import type { GroupFigures } from "#app/domain/surveys/index.server.ts";
import type { IndexVariant } from "#app/domain/surveys/vocabulary.ts";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { bestAndWorst } from "../survey/best-and-worst.ts";
import type { GroupView } from "../survey/results-view.server.ts";
import type { ChartKind } from "./chart-kinds.ts";
import type { Words } from "./section-parts.ts";

/** Title and sentence of a chart; the sentence says in words what the bars show. */
export function chartWords({ t, lang }: Words, kind: ChartKind, view: GroupView, variant: IndexVariant): { title: string; summary: string } {
  const ends = bestAndWorst(kind === "factors" ? view.factors : kind === "units" ? view.units : view.criteria);
  const percent = (value: number) => formatPercent(lang, value, 2);
  const summary = ends
    ? t("results:factorsSummary", {
        best: ends.best.label,
        bestValue: percent(ends.best.value),
        worst: ends.worst.label,
        worstValue: percent(ends.worst.value),
      })
    : t("results:noSummary");
  // A chart may be shown far from its page: it says how its figures are put together.
  const made = kind === "criteria" ? "" : ` ${t("results:variantNote", { variant: t(`words:indexVariant.${variant}`) })}`;
  return { title: t(`reports:chart.${kind}`), summary: `${summary}${made}` };
}

/** The group that was asked for by `nhom`, else the first whose details are shown. Undefined where there is none. */
export function chosenGroup(groups: readonly GroupFigures[], wish: string | null): GroupFigures | undefined {
  const shown = groups.filter(({ showing }) => showing === "detail");
  return wish === null ? shown[0] : shown.find(({ group }) => group === wish);
}

/** What every chart of figures is told besides its rows. */
export function barWords({ t, lang }: Words, kind: "factors" | "units", target: number | null) {
  return {
    words: {
      row: t(`reports:column.${kind === "factors" ? "factor" : "unit"}`),
      value: t("results:value"),
      interval: t("results:intervalWord"),
      base: t("results:base"),
      target: target === null ? undefined : t("results:target", { target: formatPercent(lang, target, 0) }),
      small: t("results:small"),
      suppressed: t("results:suppressed"),
    },
    target: target ?? undefined,
    format: (value: number) => formatPercent(lang, value, 2),
    formatCount: (count: number) => formatNumber(lang, count),
  };
}

/** Bars of factors or units. */
export function barRows({ t }: Words, kind: "factors" | "units", view: GroupView) {
  return (kind === "factors" ? view.factors : view.units).map(({ label, figure }) => ({
    label: label || t("results:unnamed"),
    value: figure.value,
    low: figure.low ?? undefined,
    high: figure.high ?? undefined,
    n: figure.n ?? 0,
    small: figure.small,
    suppressed: figure.suppressed,
  }));
}

/** What the chart of criteria is told besides its rows. */
export function distributionWords({ t, lang }: Words, levels: readonly string[]) {
  const [one = "", two = "", three = "", four = "", five = ""] = levels;
  return {
    words: {
      row: t("results:row.criterion"),
      base: t("results:answers"),
      levels: [one, two, three, four, five] as const,
      small: t("results:small"),
      suppressed: t("results:suppressed"),
    },
    formatShort: (value: number) => formatNumber(lang, value, 0),
    formatCount: (count: number) => formatNumber(lang, count),
  };
}

export const distributionRows = (view: GroupView) =>
  view.criteria.map(({ label, levels, figure }) => ({
    label,
    counts: levels ?? ([0, 0, 0, 0, 0] as const),
    small: figure.small,
    suppressed: levels === null,
  }));
