import { rankFigures } from "#app/domain/insights/compare-figures.ts";
import type { GroupFigures } from "#app/domain/surveys/index.server.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { ReportCell, ReportColumn, ReportSection, ReportTable } from "#app/platform/documents/report-document.ts";
import { rankWords } from "../survey/comparison-words.ts";
import { difference, indexColumns, indexTable, numbersOf, type One, section, table } from "./section-parts.ts";

type Place = { name: string; group: GroupFigures };

/** The table that local reports have: each unit with its overall index and the index of every factor. */
export function unitSection(one: One, units: readonly Place[]): ReportSection {
  const { words, group } = one;
  const { t, lang } = words;
  const columns: ReportColumn[] = [
    { header: t("reports:column.unit"), kind: "text" },
    ...indexColumns(t),
    ...group.factors.map(({ name }) => ({ header: `${inLanguage(lang, name)} (%)`, kind: "percent" as const })),
  ];
  const rows = units.map(({ name, group: own }): ReportCell[] => [name, ...numbersOf(own.overall), ...own.factors.map(({ figure }) => figure.value)]);
  const ranked = rankTable(one);
  return section(one, "units", {
    charts: [{ id: `units-${group.group}`, caption: t("reports:chart.units") }],
    tables: [table(words, "units", columns, rows), ...(ranked ? [ranked] : [])],
    paragraphs: ranked ? [t("comparison:rankingNote")] : group.units.length > 1 ? [t("comparison:notRanked")] : [],
  });
}

/** The places that the sheets allow, best first, beside the target; undefined where no two units can be told apart. */
function rankTable({ words, report, group: { units } }: One): ReportTable | undefined {
  const { t, lang } = words;
  const ranks = rankFigures(units.map(({ figure }) => figure));
  if (!ranks) return undefined;
  const { target } = report.round;
  const columns: ReportColumn[] = [
    { header: t("reports:column.unit"), kind: "text" },
    { header: t("comparison:rank"), kind: "text" },
    { header: t("reports:column.index"), kind: "percent" },
    ...(target === null ? [] : [{ header: t("reports:column.toTarget"), kind: "percent" as const }]),
  ];
  const rows = units
    .map(({ slug, name, figure: { value } }, index) => ({
      name: slug === report.round.authority.slug ? t("results:unnamed") : inLanguage(lang, name),
      value,
      rank: ranks[index] ?? null,
    }))
    .toSorted((a, b) => (a.rank?.best ?? Infinity) - (b.rank?.best ?? Infinity) || (a.rank?.worst ?? Infinity) - (b.rank?.worst ?? Infinity) || 0)
    .map(({ name, value, rank }): ReportCell[] => [name, rankWords(t, rank), value, ...(target === null ? [] : [difference(value, target)])]);
  return table(words, "ranks", columns, rows);
}

export function procedureSection(one: One, procedures: readonly Place[]): ReportSection {
  const rows = procedures.map(({ name, group }) => ({ name, figure: group.overall }));
  return section(one, "procedures", { tables: [indexTable(one.words, "procedures", "procedure", rows, null)] });
}

export function modeSection(one: One): ReportSection {
  const rows = one.group.modes.map(({ mode, figure }) => ({ name: one.words.t(`words:sheetMode.${mode}`), figure }));
  return section(one, "modes", { tables: [indexTable(one.words, "modes", "mode", rows, null)] });
}
