import type { Language } from "#app/domain/content/vocabulary.ts";
import type { Figure } from "#app/domain/insights/figures.ts";
import { rankFigures } from "#app/domain/insights/compare-figures.ts";
import type { GroupFigures, PlaceFigures, RoundReport } from "#app/domain/surveys/index.server.ts";
import { formatDay, formatList, formatNumber, formatPercent } from "#app/i18n/format.ts";
import type { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { ReportCell, ReportColumn, ReportSection, ReportTable } from "#app/platform/documents/report-document.ts";
import { comparisonWords, rankWords } from "../survey/comparison-words.ts";
import { choiceContent, profileContent } from "./answer-sections.ts";
import { checkParagraphs, prioritySection } from "./check-sections.ts";

export type Words = { lang: Language; t: ReturnType<typeof i18nFor>["t"] };

/** The sections of one group of respondents. Groups are told apart by name where there are several. */
export function groupSections(words: Words, report: RoundReport, index: number): ReportSection[] {
  const group = report.groups[index];
  if (!group) return [];
  const one = { words, report, group, several: report.groups.length > 1 };
  const places = (list: readonly PlaceFigures[]) =>
    list.flatMap(({ name, groups }) => (groups[index] ? [{ name: inLanguage(words.lang, name), group: groups[index] }] : []));

  const choices = choiceContent(words, group);
  // A form without five-level questions has no index.
  if (group.criteria.length === 0) return choices ? [section(one, "choices", choices)] : [overall(one)];

  const sections = [overall(one)];
  if (group.showing !== "detail") return sections;
  sections.push(factors(one), ...policies(one), criteria(one), ...prioritySection(one, report));
  const units = places(report.units);
  if (units.length > 0) sections.push(unitSection(one, units));
  const procedures = places(report.procedures);
  if (procedures.length > 0) sections.push(procedureSection(one, procedures));
  if (group.modes.length > 1) sections.push(modeSection(one));
  const profiles = profileContent(words, group);
  if (choices) sections.push(section(one, "choices", choices));
  if (profiles) sections.push(section(one, "profiles", profiles));
  return sections;
}

type One = { words: Words; report: RoundReport; group: GroupFigures; several: boolean };
type SectionName = "overall" | "factors" | "policy" | "criteria" | "units" | "procedures" | "modes" | "choices" | "profiles";

function section(
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

function overall(one: One): ReportSection {
  const { words, report, group } = one;
  const { t, lang } = words;
  const { value, n, low, high } = group.overall;
  const who = t(group.group === "drawn" ? "reports:drawn" : "reports:selfSelected");
  if (value === null || n === null) return section(one, "overall", { paragraphs: [t("reports:overall.hidden"), who] });

  const percent = (share: number | null) => (share === null ? "–" : formatPercent(lang, share, 2));
  const { target } = report.round;
  const paragraphs: string[] = [
    t("reports:overall.sentence", {
      value: percent(value),
      sheets: t("results:sheets", { count: n, formatted: formatNumber(lang, n) }),
      low: percent(low),
      high: percent(high),
    }),
  ];
  if (group.dissatisfaction.value !== null) paragraphs.push(t("reports:overall.dissatisfied", { value: percent(group.dissatisfaction.value) }));
  if (target !== null) {
    paragraphs.push(t(`reports:overall.${value > target ? "above" : value < target ? "below" : "met"}`, { target: formatPercent(lang, target, 2) }));
    if (low !== null && high !== null && low <= target && target <= high && value !== target) paragraphs.push(t("reports:overall.unsure"));
  }
  const earlier = report.comparisons.find((comparison) => comparison.group === group.group);
  if (earlier) {
    const { before, comparison, sameUnits } = earlier;
    paragraphs.push(comparisonWords(words, inLanguage(lang, before.title), before.overall.value, comparison));
    if (comparison !== null && !sameUnits) paragraphs.push(t("comparison:otherUnits"));
  }
  if (group.policy) paragraphs.push(t("reports:overall.services"));
  paragraphs.push(who, ...checkParagraphs(words, group));
  if (group.showing !== "detail") paragraphs.push(t("reports:overall.detailHidden"));
  return section(one, "overall", { paragraphs });
}

function factors(one: One): ReportSection {
  const { words, group, report } = one;
  return section(one, "factors", {
    paragraphs: [variantSentence(one)],
    charts: [{ id: `factors-${group.group}`, caption: words.t("reports:chart.factors") }],
    tables: [
      indexTable(
        words,
        "factors",
        "factor",
        group.factors.map(({ name, figure }) => ({ name: inLanguage(words.lang, name), figure })),
        report.round.target,
      ),
    ],
  });
}

/** Satisfaction with policies as a whole and by factor, which is in no other figure of the report. */
function policies(one: One): ReportSection[] {
  const { words, group } = one;
  const { policy } = group;
  if (!policy) return [];
  const rows = [
    { name: words.t("reports:policyWhole"), figure: policy.overall },
    ...policy.factors.map(({ name, figure }) => ({ name: inLanguage(words.lang, name), figure })),
  ];
  return [
    section(one, "policy", {
      paragraphs: [words.t("results:policy.note"), variantSentence(one)],
      tables: [indexTable(words, "policy", "factor", rows, null)],
    }),
  ];
}

const variantSentence = ({ words: { t }, report }: One): string =>
  t("reports:method.variant", { variant: t(`words:indexVariant.${report.round.variant}`) });

function criteria(one: One): ReportSection {
  const { words, report, group } = one;
  const { t, lang } = words;
  const levels = report.round.layout.questionnaire.scale.map(({ value, label }) => ({ value, words: inLanguage(lang, label) }));
  const columns: ReportColumn[] = [
    { header: t("reports:column.criterion"), kind: "text" },
    ...levels.map(({ value }) => ({ header: t("reports:column.level", { level: String(value) }), kind: "count" as const })),
    { header: t("reports:column.answers"), kind: "count" },
    { header: t("reports:column.index"), kind: "percent" },
    { header: t("reports:column.low"), kind: "percent" },
    { header: t("reports:column.high"), kind: "percent" },
  ];
  const rows = group.criteria.map(({ code, text, levels: counts, figure }): ReportCell[] => [
    `${code}. ${inLanguage(lang, text)}`,
    ...levels.map((_, level) => counts?.[level] ?? null),
    figure.n,
    figure.value,
    figure.low,
    figure.high,
  ]);
  return section(one, "criteria", {
    charts: [{ id: `criteria-${group.group}`, caption: t("reports:chart.criteria") }],
    tables: [table(words, "criteria", columns, rows)],
    paragraphs: [
      t("reports:note.levels", {
        levels: formatList(
          lang,
          levels.map((level) => `${level.value} ${level.words.toLocaleLowerCase(lang)}`),
        ),
      }),
    ],
  });
}

type Place = { name: string; group: GroupFigures };

/** The table that local reports have: each unit with its overall index and the index of every factor. */
function unitSection(one: One, units: readonly Place[]): ReportSection {
  const { words, group } = one;
  const { t, lang } = words;
  const columns: ReportColumn[] = [
    { header: t("reports:column.unit"), kind: "text" },
    { header: t("reports:column.sheets"), kind: "count" },
    { header: t("reports:column.index"), kind: "percent" },
    { header: t("reports:column.low"), kind: "percent" },
    { header: t("reports:column.high"), kind: "percent" },
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

function procedureSection(one: One, procedures: readonly Place[]): ReportSection {
  const rows = procedures.map(({ name, group }) => ({ name, figure: group.overall }));
  return section(one, "procedures", { tables: [indexTable(one.words, "procedures", "procedure", rows, null)] });
}

function modeSection(one: One): ReportSection {
  const rows = one.group.modes.map(({ mode, figure }) => ({ name: one.words.t(`words:sheetMode.${mode}`), figure }));
  return section(one, "modes", { tables: [indexTable(one.words, "modes", "mode", rows, null)] });
}

function indexTable(
  words: Words,
  name: "factors" | "policy" | "procedures" | "modes",
  what: "factor" | "procedure" | "mode",
  list: readonly { name: string; figure: Figure }[],
  target: number | null,
): ReportTable {
  const { t } = words;
  const columns: ReportColumn[] = [
    { header: t(`reports:column.${what}`), kind: "text" },
    { header: t("reports:column.sheets"), kind: "count" },
    { header: t("reports:column.index"), kind: "percent" },
    { header: t("reports:column.low"), kind: "percent" },
    { header: t("reports:column.high"), kind: "percent" },
  ];
  if (target !== null) columns.push({ header: t("reports:column.toTarget"), kind: "percent" });
  const rows = list.map(({ name: label, figure }) => [label, ...numbersOf(figure), ...(target === null ? [] : [difference(figure.value, target)])]);
  return table(words, name, columns, rows);
}

const numbersOf = ({ n, value, low, high }: Figure): ReportCell[] => [n, value, low, high];

/** Points between two percentages of two decimals, exact. */
const difference = (value: number | null, target: number) => (value === null ? null : Math.round(value * 100 - target * 100) / 100);

function table(
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

/** The overall index over the rounds of the authority, with a word where the questionnaire changed. */
export function trendSection({ t, lang }: Words, report: RoundReport): ReportSection[] {
  if (report.trend.length < 2) return [];
  const columns: ReportColumn[] = [
    { header: t("reports:column.round"), kind: "text" },
    { header: t("reports:column.closesOn"), kind: "text" },
    { header: t("reports:column.sheets"), kind: "count" },
    { header: t("reports:column.index"), kind: "percent" },
    { header: t("reports:column.low"), kind: "percent" },
    { header: t("reports:column.high"), kind: "percent" },
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
