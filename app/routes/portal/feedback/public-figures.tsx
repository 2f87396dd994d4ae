import { Stat, Stats } from "#app/components/ui/stat.tsx";
import type { CaseStatistics } from "#app/domain/feedback/index.server.ts";
import type { Figure } from "#app/domain/insights/figures.ts";
import { formatDay, formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

export type PublicFigures = Pick<CaseStatistics, "received" | "onTime" | "medianDays" | "answerRating" | "meanRating"> & { from: string; to: string };

/** The four figures of feedback, each with what it rests on. The same as in the open data: one definition each. */
export function FeedbackFigures({ received, onTime, medianDays, answerRating, meanRating, from, to }: PublicFigures) {
  const t = useText();
  const { lang } = useLanguage();
  const none = t("feedback:list.noFigure");
  const percent = ({ value }: Figure) => (value === null ? none : formatPercent(lang, value));
  const base = ({ n, small }: Figure) =>
    [n === null ? "" : t("feedback:list.base", { count: n }), small ? t("feedback:list.small") : ""].filter(Boolean).join(", ");
  const rated = answerRating.suppressed || answerRating.value === null;
  return (
    <div className="stack">
      <Stats>
        <Stat size="small" label={t("feedback:list.received")} value={formatNumber(lang, received.value ?? 0)} />
        <Stat size="small" label={t("feedback:list.onTime")} value={percent(onTime)} base={base(onTime)} meter={meterOf(onTime)} />
        <Stat
          size="small"
          label={t("feedback:list.median")}
          value={
            medianDays.value === null
              ? none
              : t("feedback:clock.medianDays", { days: formatNumber(lang, medianDays.value, Number.isInteger(medianDays.value) ? 0 : 1) })
          }
          base={base(medianDays)}
        />
        <Stat
          size="small"
          label={t("feedback:list.rating")}
          value={rated ? none : percent(answerRating)}
          sentence={
            answerRating.suppressed
              ? t("feedback:list.hidden")
              : meanRating.value === null
                ? undefined
                : t("feedback:list.ratingMean", { mean: formatNumber(lang, meanRating.value, 1) })
          }
          base={
            rated
              ? undefined
              : [t("feedback:list.ratings", { count: answerRating.n ?? 0 }), answerRating.small ? t("feedback:list.small") : ""]
                  .filter(Boolean)
                  .join(", ")
          }
          interval={
            rated || answerRating.low === null || answerRating.high === null
              ? undefined
              : t("feedback:list.interval", { low: formatPercent(lang, answerRating.low), high: formatPercent(lang, answerRating.high) })
          }
          meter={meterOf(answerRating)}
        />
      </Stats>
      <p className="muted small">{t("feedback:list.figuresFrom", { from: formatDay(lang, from), to: formatDay(lang, to) })}</p>
    </div>
  );
}

const meterOf = ({ value, low, high }: Figure) => (value === null ? undefined : { value, ...(low === null || high === null ? {} : { low, high }) });
