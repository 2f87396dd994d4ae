import { Table } from "#app/components/ui/table.tsx";
import type { PublicContent } from "#app/domain/publishing/contents.ts";
import { unscoredReasons } from "#app/domain/service-quality/vocabulary.ts";
import { formatDay, formatNumber, formatPercent } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

type Sheet = PublicContent["score_sheet"];
type Line = Sheet["lines"][number];

/** The indicators of a sheet with their points by who gave them, and on what they rest. */
export function ScoreTable({ sheet, stacks }: { sheet: Sheet; stacks?: boolean }) {
  const { lang } = useLanguage();
  const t = useText();
  const given = (points: number | null) => (points === null ? t("service:sheets.noPoints") : String(points));
  const sourceOf = ({ source, unscored, importedFrom, importedOn }: Line) => {
    if (source === "imported" && importedFrom && importedOn) {
      return t("service:sheets.source.imported", { source: importedFrom, day: formatDay(lang, importedOn) });
    }
    const none = unscoredReasons.find((reason) => reason === unscored && reason !== "by_checklist");
    if (none) return t(`service:office.why.${none}`);
    return source === "portal" ? t("service:sheets.source.portal") : t("service:sheets.source.checklist");
  };
  const groundOf = (line: Line) =>
    [
      sourceOf(line),
      line.part !== null && line.whole !== null && line.share !== null
        ? t("service:sheets.share", {
            part: formatNumber(lang, line.part),
            whole: formatNumber(lang, line.whole),
            share: formatPercent(lang, line.share, 2),
          })
        : "",
      line.evidence ? t("service:sheets.evidence", { evidence: line.evidence }) : "",
      line.reason ? t("service:sheets.reason", { reason: line.reason }) : "",
    ]
      .filter(Boolean)
      .map((text, index) => <p key={index}>{text}</p>);
  return (
    <Table
      id="diem"
      caption={t("service:sheets.lines")}
      hideCaption
      stacks={stacks}
      rows={sheet.lines}
      rowKey={({ code }) => code}
      columns={[
        { header: t("service:sheets.indicator"), names: true, cell: ({ code, name }) => `${code}. ${inLanguage(lang, name)}` },
        { header: t("service:sheets.computed"), align: "end", cell: ({ computed }) => given(computed) },
        { header: t("service:sheets.self"), align: "end", cell: ({ self }) => given(self) },
        { header: t("service:sheets.appraised"), align: "end", cell: ({ points }) => <strong>{given(points)}</strong> },
        { header: t("service:sheets.ground"), cell: (line) => <div className="small">{groundOf(line)}</div> },
      ]}
    />
  );
}
