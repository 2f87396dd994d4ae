import { Section } from "#app/components/layout/section.tsx";
import { Table } from "#app/components/ui/table.tsx";
import type { Figure } from "#app/domain/insights/figures.ts";
import type { GroupComparison } from "#app/domain/surveys/index.server.ts";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** Those drawn beside those who chose to answer, with their difference and whether chance explains it. */
export function GroupComparisonTable({ drawn, selfSelected, comparison }: GroupComparison) {
  const { lang } = useLanguage();
  const t = useText();
  const percent = (value: number | null) => (value === null ? "–" : formatPercent(lang, value, 2));
  const points = (value: number | null) => formatNumber(lang, value ?? 0, 2).replace("-", "−");
  const { verdict } = comparison;
  const row = (label: string, figure: Figure) => ({
    label,
    value: percent(figure.value),
    interval: figure.low === null ? "–" : `${percent(figure.low)} – ${percent(figure.high)}`,
    n: figure.n === null ? "–" : formatNumber(lang, figure.n),
  });
  const difference = {
    label: t("checks:difference"),
    value: t("checks:differencePoints", { points: points(comparison.points) }),
    interval: `${points(comparison.low)} – ${points(comparison.high)}`,
    n: "–",
  };
  const rows = [row(t("results:group.drawn.title"), drawn), row(t("results:group.self_selected.title"), selfSelected)];
  return (
    <Section id="hai-nhom" title={t("checks:groups")}>
      <p className="measure">
        {t(`checks:verdict.${verdict}`, { points: points(verdict === "unclear" ? comparison.points : Math.abs(comparison.points ?? 0)) })}
      </p>
      <Table
        id="bang-hai-nhom"
        caption={t("checks:groups")}
        hideCaption
        stacks
        rows={comparison.points === null ? rows : [...rows, difference]}
        rowKey={({ label }) => label}
        columns={[
          { header: t("checks:group"), names: true, cell: ({ label }) => label },
          { header: t("results:value"), align: "end", cell: ({ value }) => value },
          { header: t("results:intervalWord"), align: "end", cell: ({ interval }) => interval },
          { header: t("results:base"), align: "end", cell: ({ n }) => n },
        ]}
      />
      <p className="muted measure">{t("checks:groupsNote")}</p>
    </Section>
  );
}
