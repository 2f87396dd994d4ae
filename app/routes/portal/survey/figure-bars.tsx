import { FactorBars } from "#app/components/charts/factor-bars.tsx";
import type { Figure } from "#app/domain/insights/figures.ts";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

export type LabelledFigure = { label: string; figure: Figure; href?: string | undefined };

/** Figures as bars with whiskers and the target line; hidden ones keep their place and say why. */
export function FigureBars({
  id,
  title,
  summary,
  row,
  bars,
  target,
  decimals = 1,
  answers,
}: {
  id: string;
  title: string;
  summary: string;
  row: "factor" | "criterion" | "unit" | "mode" | "option";
  bars: readonly LabelledFigure[];
  target: number | null;
  decimals?: number | undefined;
  /** n counts answers to one question, not sheets. */
  answers?: boolean | undefined;
}) {
  const { lang } = useLanguage();
  const t = useText();
  const targetWord = target === null ? undefined : t("results:target", { target: formatPercent(lang, target, 0) });
  return (
    <FactorBars
      text={{ id, title, summary, tableWord: t("results:table"), level: 3 }}
      words={{
        row: t(`results:row.${row}`),
        value: t("results:value"),
        interval: t("results:intervalWord"),
        base: answers ? t("results:answers") : t("results:base"),
        target: targetWord,
        small: t("results:small"),
        suppressed: t("results:suppressed"),
      }}
      rows={bars.map(({ label, figure, href }) => ({
        label,
        href,
        value: figure.value,
        low: figure.low ?? undefined,
        high: figure.high ?? undefined,
        n: figure.n ?? 0,
        small: figure.small,
        suppressed: figure.suppressed,
      }))}
      target={target ?? undefined}
      format={(value) => formatPercent(lang, value, decimals)}
      formatCount={(count) => formatNumber(lang, count)}
    />
  );
}
