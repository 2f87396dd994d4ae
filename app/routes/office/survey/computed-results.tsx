import { Section } from "#app/components/layout/section.tsx";
import { Table } from "#app/components/ui/table.tsx";
import type { Figure } from "#app/domain/insights/figures.ts";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { ExcludedNote } from "../../portal/survey/excluded-note.tsx";
import type { Computed } from "./read-computed.server.ts";

/** The figures a leader approves, as everybody will see them. */
export function ComputedResults({ rows, isCorrection, excluded }: Computed) {
  const { lang } = useLanguage();
  const t = useText();
  type Row = Computed["rows"][number];
  const percent = (value: number | null) => (value === null ? t("life:computed.hidden") : formatPercent(lang, value, 2));
  const interval = ({ low, high }: Figure) =>
    low === null || high === null ? "–" : `${formatPercent(lang, low, 2)} – ${formatPercent(lang, high, 2)}`;
  return (
    <Section id="ket-qua-cho-duyet" title={t("life:computed.title")}>
      <p>{t("life:computed.lead")}</p>
      <ExcludedNote excluded={excluded} />
      <Table
        id="ket-qua-tinh"
        caption={t("life:computed.caption")}
        hideCaption
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { header: t("life:computed.what"), names: true, cell: ({ what }: Row) => what },
          { header: t("life:computed.index"), align: "end" as const, cell: ({ figure }: Row) => percent(figure.value) },
          ...(isCorrection
            ? [{ header: t("life:computed.before"), align: "end" as const, cell: ({ before }: Row) => percent(before?.value ?? null) }]
            : []),
          { header: t("life:computed.interval"), align: "end" as const, cell: ({ figure }: Row) => interval(figure) },
          { header: t("life:computed.n"), align: "end" as const, cell: ({ n }: Row) => (n === null ? "–" : formatNumber(lang, n)) },
        ]}
      />
    </Section>
  );
}
