import { Table } from "#app/components/ui/table.tsx";
import type { PublicContent } from "#app/domain/publishing/contents.ts";
import { formatDay, formatNumber, formatPercent } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

type Group = PublicContent["service_month"]["groups"][number];
type Item = Group["items"][number];

/** The sub-indices of one group: share, rate, points, and where the numbers come from. */
export function MonthTable({ group }: { group: Group }) {
  const { lang } = useLanguage();
  const t = useText();
  const count = (value: number | null) => formatNumber(lang, value ?? 0);
  const markOf = ({ mark, importedFrom, importedOn }: Item) => {
    if (mark === "imported")
      return t("service:months.marks.imported", { source: importedFrom ?? "–", day: importedOn ? formatDay(lang, importedOn) : "–" });
    return mark === "computed" || mark === "no_base" ? t(`service:months.marks.${mark}`) : t("service:months.marks.missing");
  };
  const pointsOf = ({ points, max, mark }: Item) => {
    if (max === 0) return t("service:months.watched");
    if (points === null) return mark === "no_base" ? t("service:months.notApplicable") : "–";
    return t("service:months.outOf", { points: formatNumber(lang, points, 2), max: formatNumber(lang, max) });
  };
  return (
    <Table
      id={`nhom-${group.code}-bang`}
      caption={t("service:months.figures", { code: group.code, name: inLanguage(lang, group.name) })}
      hideCaption
      stacks
      rows={group.items}
      rowKey={({ code }) => code}
      columns={[
        {
          header: t("service:months.item"),
          names: true,
          cell: ({ code, name, formula, assumed }) => (
            <>
              {code}. {inLanguage(lang, name)}
              {assumed ? " *" : ""}
              <br />
              <span className="muted small">{inLanguage(lang, formula)}</span>
            </>
          ),
        },
        {
          header: t("service:months.share"),
          align: "end",
          cell: ({ numerator, denominator }) => (denominator === null ? "–" : `${count(numerator)} ÷ ${count(denominator)}`),
        },
        { header: t("service:months.rate"), align: "end", cell: ({ rate }) => (rate === null ? "–" : formatPercent(lang, rate, 2)) },
        { header: t("service:months.points"), align: "end", cell: pointsOf },
        { header: t("service:months.mark"), cell: markOf },
      ]}
    />
  );
}
