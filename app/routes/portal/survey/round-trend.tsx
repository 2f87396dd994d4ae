import { TrendLine } from "#app/components/charts/trend-line.tsx";
import type { TrendStep } from "#app/domain/surveys/index.server.ts";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** The overall index over published rounds. Where the questionnaire or the people asked changed, the line stops and says why. */
export function RoundTrend({ id, summary, steps, target }: { id: string; summary: string; steps: readonly TrendStep[]; target: number | null }) {
  const { lang } = useLanguage();
  const t = useText();
  return (
    <TrendLine
      text={{ id, title: t("results:trendTitle"), summary, tableWord: t("results:table") }}
      words={{
        point: t("results:row.round"),
        value: t("results:value"),
        interval: t("results:intervalWord"),
        base: t("results:base"),
        target: target === null ? undefined : t("results:target", { target: formatPercent(lang, target, 0) }),
        missing: t("results:missing"),
      }}
      points={steps.map(({ closesOn, overall, breakWhy }) => ({
        label: `${Number(closesOn.slice(5, 7))}/${closesOn.slice(0, 4)}`,
        value: overall.value,
        low: overall.low ?? undefined,
        high: overall.high ?? undefined,
        n: overall.n ?? undefined,
        breakBefore: breakWhy === null ? undefined : t(`checks:breakWhy.${breakWhy}`),
      }))}
      target={target ?? undefined}
      format={(value) => formatPercent(lang, value)}
      formatCount={(count) => formatNumber(lang, count)}
    />
  );
}
