import { Section } from "#app/components/layout/section.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { formatDay, formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { EditionView } from "./results-view.server.ts";

/** That results were corrected, when and why; and what each edition said, so that nothing is corrected in silence. */
export function Editions({ editions, part }: { editions: readonly EditionView[]; part: "newest" | "all" }) {
  const { lang } = useLanguage();
  const t = useText();
  const [newest] = editions;
  if (!newest) return null;
  if (part === "newest") {
    return (
      <Notice tone="info">
        {t("life:edition.correction", { number: String(newest.number), day: formatDay(lang, newest.day), note: newest.note ?? "" })}
      </Notice>
    );
  }
  const rows = editions.flatMap((edition) => edition.overall.map((figure) => ({ ...edition, ...figure })));
  type Row = (typeof rows)[number];
  return (
    <Section id="ban-cong-bo" title={t("life:edition.earlier")}>
      <Table
        id="cac-ban"
        caption={t("life:edition.caption")}
        hideCaption
        rows={rows}
        rowKey={({ number, group }) => `${number} ${group}`}
        columns={[
          { header: t("life:edition.edition"), names: true, cell: ({ number }: Row) => t("life:edition.number", { number: String(number) }) },
          { header: t("life:edition.day"), cell: ({ day }: Row) => formatDay(lang, day) },
          { header: t("life:edition.group"), cell: ({ group }: Row) => t(`results:group.${group}.title`) },
          {
            header: t("life:edition.index"),
            align: "end" as const,
            cell: ({ value }: Row) => (value === null ? t("life:computed.hidden") : formatPercent(lang, value, 2)),
          },
          {
            header: t("life:edition.sheets"),
            align: "end" as const,
            cell: ({ sheets }: Row) => (sheets === null ? "–" : formatNumber(lang, sheets)),
          },
          { header: t("life:edition.note"), cell: ({ note }: Row) => note ?? t("life:edition.first") },
        ]}
      />
    </Section>
  );
}
