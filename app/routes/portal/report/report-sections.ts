import type { PlaceFigures, RoundReport } from "#app/domain/surveys/index.server.ts";
import { formatList, formatNumber, formatPercent } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { ReportCell, ReportColumn, ReportSection } from "#app/platform/documents/report-document.ts";
import { comparisonWords } from "../survey/comparison-words.ts";
import { choiceContent, profileContent } from "./answer-sections.ts";
import { checkParagraphs, prioritySection } from "./check-sections.ts";
import { modeSection, procedureSection, unitSection } from "./place-sections.ts";
import { indexTable, type One, section, table, type Words } from "./section-parts.ts";

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
