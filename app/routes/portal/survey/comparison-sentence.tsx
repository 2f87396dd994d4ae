import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { ComparisonView } from "./results-view.server.ts";

/** How a round stands to the one before, in words that say no more than the sheets allow. */
export function ComparisonSentence({ group, before, comparison, sameUnits }: ComparisonView) {
  const { lang, to } = useLanguage();
  const t = useText();
  const points = (value: number | null) => formatNumber(lang, value ?? 0, 2).replace("-", "−");
  const { value } = before.overall;
  const sentence =
    comparison === null
      ? t("comparison:changed", { round: before.title })
      : comparison.verdict === "few"
        ? t("comparison:few", { round: before.title })
        : t(`comparison:${comparison.verdict}`, {
            round: before.title,
            value: value === null ? "" : formatPercent(lang, value, 2),
            points: points(comparison.verdict === "unclear" ? comparison.points : Math.abs(comparison.points ?? 0)),
            low: points(comparison.low),
            high: points(comparison.high),
          });
  return (
    <div>
      <h3>{t("comparison:title")}</h3>
      <p className="measure">
        {sentence} <a href={to(`/hai-long/${before.slug}`)}>{t("comparison:see")}</a>
      </p>
      {comparison !== null && !sameUnits ? <p className="muted">{t("comparison:otherUnits")}</p> : null}
      {group === "self_selected" && comparison !== null ? <p className="muted">{t("comparison:selfSelected")}</p> : null}
    </div>
  );
}
