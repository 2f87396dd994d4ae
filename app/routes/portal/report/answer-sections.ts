import { inLanguage } from "#app/i18n/language.ts";
import type { Figure } from "#app/domain/insights/figures.ts";
import type { GroupFigures } from "#app/domain/surveys/index.server.ts";
import type { ReportCell, ReportColumn, ReportSection } from "#app/platform/documents/report-document.ts";
import { areWeighted } from "../survey/are-weighted.ts";
import { indexColumns, type Words } from "./section-parts.ts";

type Content = Pick<ReportSection, "paragraphs" | "tables">;

/** What was chosen at every question that is not on the five levels; what people expect, with what most put first at the head. */
export function choiceContent({ t, lang }: Words, { group, choices }: GroupFigures): Content | undefined {
  const shown = choices.filter(({ base }) => base !== null);
  if (choices.length === 0) return undefined;
  const hidden = choices.length - shown.length;
  const columns: ReportColumn[] = [
    { header: t("reports:column.question"), kind: "text" },
    { header: t("reports:column.option"), kind: "text" },
    { header: t("reports:column.people"), kind: "count" },
    { header: t("reports:column.base"), kind: "count" },
    { header: t("reports:column.share"), kind: "percent" },
    { header: t("reports:column.low"), kind: "percent" },
    { header: t("reports:column.high"), kind: "percent" },
  ];
  const rows = shown.flatMap(({ text, kind, part, base, options }) => {
    const ordered =
      kind === "ranking" || (kind === "multiple" && part === "expectations")
        ? options.toSorted((a, b) => (b.figure.value ?? -1) - (a.figure.value ?? -1))
        : options;
    return ordered.map(({ label, count, figure }): ReportCell[] => [
      inLanguage(lang, text),
      inLanguage(lang, label),
      count,
      base,
      figure.value,
      figure.low,
      figure.high,
    ]);
  });
  return {
    paragraphs: [
      ...(shown.some(({ kind }) => kind === "multiple") ? [t("reports:choices.many")] : []),
      ...(shown.some(({ kind }) => kind === "ranking") ? [t("reports:choices.ranked")] : []),
      ...weightNote(
        t,
        group,
        shown.flatMap(({ options }) => options.map(({ figure }) => figure)),
      ),
      ...(hidden > 0 ? [t("results:choicesHidden", { count: hidden })] : []),
    ],
    tables:
      rows.length === 0
        ? []
        : [{ id: "choices", caption: t("reports:caption.choices"), sheet: t("reports:sheet.choices"), columns, rows, grouped: true }],
  };
}

/** The overall index of those who gave each answer about themselves. */
export function profileContent({ t, lang }: Words, { group, profiles }: GroupFigures): Content | undefined {
  const shown = profiles.filter(({ options }) => options.some(({ figure }) => !figure.suppressed));
  if (shown.length === 0) return undefined;
  const columns: ReportColumn[] = [
    { header: t("reports:column.question"), kind: "text" },
    { header: t("reports:column.option"), kind: "text" },
    ...indexColumns(t),
  ];
  const rows = shown.flatMap(({ text, options }) =>
    options.map(({ label, figure: { n, value, low, high } }): ReportCell[] => [inLanguage(lang, text), inLanguage(lang, label), n, value, low, high]),
  );
  return {
    paragraphs: [
      t("reports:profilesNote"),
      ...weightNote(
        t,
        group,
        shown.flatMap(({ options }) => options.map(({ figure }) => figure)),
      ),
      ...(shown.length < profiles.length ? [t("results:choicesHidden", { count: profiles.length - shown.length })] : []),
    ],
    tables: [
      {
        id: "profiles",
        caption: t("reports:caption.profiles"),
        sheet: t("reports:sheet.profiles"),
        columns,
        rows,
        grouped: true,
        note: rows.some((row) => row.includes(null)) ? t("reports:note.hidden") : undefined,
      },
    ],
  };
}

/** Of a drawn sample: whether these figures are weighted by strata. */
function weightNote(t: Words["t"], group: GroupFigures["group"], figures: readonly Figure[]): string[] {
  return group === "drawn" && figures.length > 0 ? [areWeighted(figures) ? t("checks:weighted") : t("checks:unweighted")] : [];
}
