import type { RoundReport } from "#app/domain/surveys/index.server.ts";
import { formatDay } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { ReportCell, ReportColumn, ReportSection } from "#app/platform/documents/report-document.ts";
import { indexColumns, numbersOf, type Words } from "./section-parts.ts";

/** The overall index over the rounds of the authority, with a word where the questionnaire changed. */
export function trendSection({ t, lang }: Words, report: RoundReport): ReportSection[] {
  if (report.trend.length < 2) return [];
  const columns: ReportColumn[] = [
    { header: t("reports:column.round"), kind: "text" },
    { header: t("reports:column.closesOn"), kind: "text" },
    ...indexColumns(t),
    { header: t("reports:column.note"), kind: "text" },
  ];
  const rows = report.trend.map(({ title, closesOn, overall: figure, breakWhy }): ReportCell[] => [
    inLanguage(lang, title),
    formatDay(lang, closesOn),
    ...numbersOf(figure),
    breakWhy === null ? "" : t(`checks:breakNote.${breakWhy}`),
  ]);
  return [
    {
      id: "trend",
      title: t("reports:section.trend"),
      paragraphs: [],
      charts: [],
      tables: [{ id: "trend", caption: t("reports:caption.trend"), sheet: t("reports:sheet.trend"), columns, rows }],
    },
  ];
}
