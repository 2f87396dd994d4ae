import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { GroupView } from "./results-view.server.ts";

/** The satisfaction index of each criterion with its interval and n; the bars above show all five levels. */
export function FigureTable({ view, part }: { view: GroupView; part: string }) {
  const { lang } = useLanguage();
  const t = useText();
  const percent = (value: number | null) => (value === null ? "–" : formatPercent(lang, value, 2));
  return (
    <Disclosure summary={t("results:criteriaIndex")}>
      <Table
        id={`chi-so-tieu-chi-${part}`}
        caption={t("results:criteriaIndex")}
        hideCaption
        rows={view.criteria}
        rowKey={({ code }) => code}
        columns={[
          { header: t("results:row.criterion"), names: true, cell: ({ label }) => label },
          { header: t("results:value"), align: "end", cell: ({ figure }) => (figure.suppressed ? t("results:suppressed") : percent(figure.value)) },
          {
            header: t("results:intervalWord"),
            align: "end",
            cell: ({ figure }) => (figure.low === null ? "–" : `${percent(figure.low)} – ${percent(figure.high)}`),
          },
          { header: t("results:answers"), align: "end", cell: ({ figure }) => (figure.n === null ? "–" : formatNumber(lang, figure.n)) },
        ]}
      />
    </Disclosure>
  );
}
