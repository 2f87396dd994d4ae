import type { Language } from "#app/domain/content/vocabulary.ts";
import type { Figure } from "#app/domain/insights/figures.ts";
import type { GroupFigures, RoundReport } from "#app/domain/surveys/index.server.ts";
import type { i18nFor } from "#app/i18n/i18n.ts";
import type { ReportCell, ReportColumn, ReportSection, ReportTable } from "#app/platform/documents/report-document.ts";

export type Words = { lang: Language; t: ReturnType<typeof i18nFor>["t"] };

/** One group of respondents of a report; `several`: there are others beside it. */
export type One = { words: Words; report: RoundReport; group: GroupFigures; several: boolean };
type SectionName = "overall" | "factors" | "policy" | "criteria" | "units" | "procedures" | "modes" | "choices" | "profiles";

/** A section, which names its group where there are several. */
export function section(
  { words: { t }, group, several }: One,
  name: SectionName,
  content: Partial<Pick<ReportSection, "paragraphs" | "charts" | "tables">>,
): ReportSection {
  const title = t(`reports:section.${name}`);
  return {
    id: several ? `${name}-${group.group}` : name,
    title: several ? t("reports:section.ofGroup", { section: title, group: t(`reports:group.${group.group}`) }) : title,
    paragraphs: [],
    charts: [],
    tables: [],
    ...content,
  };
}

/** Counts and indices by name, with their distance to the target where there is one. */
export function indexTable(
  words: Words,
  name: "factors" | "policy" | "procedures" | "modes",
  what: "factor" | "procedure" | "mode",
  list: readonly { name: string; figure: Figure }[],
  target: number | null,
): ReportTable {
  const { t } = words;
  const columns: ReportColumn[] = [{ header: t(`reports:column.${what}`), kind: "text" }, ...indexColumns(t)];
  if (target !== null) columns.push({ header: t("reports:column.toTarget"), kind: "percent" });
  const rows = list.map(({ name: label, figure }) => [label, ...numbersOf(figure), ...(target === null ? [] : [difference(figure.value, target)])]);
  return table(words, name, columns, rows);
}

/** What `numbersOf` fills: how many sheets, the index and its interval. */
export const indexColumns = (t: Words["t"]): ReportColumn[] => [
  { header: t("reports:column.sheets"), kind: "count" },
  { header: t("reports:column.index"), kind: "percent" },
  { header: t("reports:column.low"), kind: "percent" },
  { header: t("reports:column.high"), kind: "percent" },
];
export const numbersOf = ({ n, value, low, high }: Figure): ReportCell[] => [n, value, low, high];

/** Points between two percentages of two decimals, exact. */
export const difference = (value: number | null, target: number) => (value === null ? null : Math.round(value * 100 - target * 100) / 100);

/** A table that says so where it hides a number. */
export function table(
  { t }: Words,
  name: "factors" | "policy" | "criteria" | "units" | "ranks" | "procedures" | "modes",
  columns: readonly ReportColumn[],
  rows: readonly (readonly ReportCell[])[],
): ReportTable {
  const hides = rows.some((row) => row.includes(null));
  return {
    id: name,
    caption: t(`reports:caption.${name}`),
    sheet: t(`reports:sheet.${name}`),
    columns,
    rows,
    note: hides ? t("reports:note.hidden") : undefined,
  };
}
