import { LevelBars } from "#app/components/charts/level-bars.tsx";
import type { ThreeLevelLine } from "#app/domain/service-quality/index.server.ts";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** One quarter of an authority: its own bar, then its units’. */
export function LevelChart({ id, authority, quarter, lines }: { id: string; authority: string; quarter: string; lines: readonly ThreeLevelLine[] }) {
  const { lang } = useLanguage();
  const t = useText();
  const whole = lines.find(({ unit }) => unit === null);
  const shareOf = ({ counts }: ThreeLevelLine) => (counts ? (100 * (counts[1] + counts[2])) / (counts[0] + counts[1] + counts[2]) : 0);
  const percent = (value: number | null) => formatPercent(lang, value ?? 0, 1);
  return (
    <LevelBars
      text={{
        id,
        title: t("service:slips.chart", { authority, quarter: quarter.slice(6), year: quarter.slice(0, 4) }),
        summary: whole?.counts
          ? t("service:slips.summary", { unit: authority, share: percent(shareOf(whole)), n: formatNumber(lang, whole.figures[0].n ?? 0) })
          : t("service:slips.summaryHidden"),
        tableWord: t("service:slips.table"),
        note: (
          <p>
            {t("service:slips.note")} <code>{lines[0]?.figures[0].metric}</code> v{lines[0]?.figures[0].version}
          </p>
        ),
      }}
      words={{
        row: t("service:unit"),
        base: t("service:slips.base"),
        levels: [t("service:slips.levels.low"), t("service:slips.levels.middle"), t("service:slips.levels.high")],
        small: t("service:slips.small"),
        hidden: t("service:slips.hidden"),
      }}
      rows={lines.map((line) => ({
        label: line.unit ? inLanguage(lang, line.unit.name) : t("service:slips.whole"),
        shares: line.counts ? [line.figures[0].value ?? 0, line.figures[1].value ?? 0, line.figures[2].value ?? 0] : null,
        intervals: line.figures.map(({ low, high }) => `${percent(low)} – ${percent(high)}`),
        n: line.figures[0].n,
        small: line.figures[0].small,
      }))}
      format={percent}
      formatShort={(value) => formatNumber(lang, value)}
      formatCount={(count) => formatNumber(lang, count)}
    />
  );
}
