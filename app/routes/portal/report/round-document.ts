import { metrics } from "#app/domain/insights/metrics.ts";
import type { MetricId } from "#app/domain/insights/vocabulary.ts";
import { compareGroups, type RoundReport } from "#app/domain/surveys/index.server.ts";
import { civilDay } from "#app/domain/calendar/civil-day.ts";
import { formatDay, formatList, formatNumber, formatPercent } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { ReportCell, ReportDocument, ReportSection } from "#app/platform/documents/report-document.ts";
import { remarkSection, type ReportRemarks } from "./remark-section.ts";
import { groupsSection } from "./check-sections.ts";
import { groupSections } from "./report-sections.ts";
import type { Words } from "./section-parts.ts";
import { trendSection } from "./trend-section.ts";
import { drawnSection, sampleSection } from "./sample-sections.ts";

/**
 * The report of a round, with the tables that reports of satisfaction surveys in Việt Nam have (docs/domain.md): slips, the drawn
 * sample, overall, factors, policies, criteria, units and their ranks, procedures, ways of answering, other questions, respondents,
 * both groups, rounds before, open answers, method, seal.
 * @param address of the round's public page
 * @param remarks what is public of its open answers
 */
export function roundDocument(
  words: Words,
  report: RoundReport,
  address: string,
  remarks: ReportRemarks = { figures: undefined, items: [] },
): ReportDocument {
  const { lang, t } = words;
  const { round, groups, day } = report;
  return {
    lang,
    authority: inLanguage(lang, round.authority.name),
    kicker: t("reports:kicker"),
    title: inLanguage(lang, round.title),
    facts: facts(words, report),
    sections: [
      sampleSection(words, report),
      ...drawnSection(words, report),
      ...groups.flatMap((_, index) => groupSections(words, report, index)),
      ...groupsSection(words, report),
      ...trendSection(words, report),
      ...remarkSection(words, remarks),
      methodSection(words, report),
      sealSection(words, report),
    ],
    source: t("reports:source", { address, day: formatDay(lang, day) }),
  };
}

function facts({ lang, t }: Words, { round, groups }: RoundReport) {
  const sheets = groups.reduce<number | null>((sum, group) => (sum === null || group.sheets === null ? null : sum + group.sheets), 0);
  return [
    { term: t("reports:facts.authority"), detail: inLanguage(lang, round.authority.name) },
    {
      term: t("reports:facts.period"),
      detail: t("results:periodDays", { from: formatDay(lang, round.opensOn), to: formatDay(lang, round.closesOn) }),
    },
    {
      term: t("reports:facts.questionnaire"),
      detail: t("results:questionnaireVersion", {
        title: inLanguage(lang, round.layout.questionnaire.title),
        version: String(round.questionnaire.version),
      }),
    },
    {
      term: t("reports:facts.modes"),
      detail: formatList(
        lang,
        round.modes.map((mode) => t(`words:sheetMode.${mode}`)),
      ),
    },
    {
      term: t("reports:facts.target"),
      detail: round.target === null ? t("reports:facts.noTarget") : formatPercent(lang, round.target, Number.isInteger(round.target) ? 0 : 2),
    },
    { term: t("reports:facts.sheets"), detail: sheets === null ? t("reports:facts.sheetsHidden") : formatNumber(lang, sheets) },
    { term: t("reports:facts.state"), detail: round.state === "draft" ? "" : t(`reports:state.${round.state}`) },
  ].filter(({ detail }) => detail !== "");
}

/** The metrics a report uses, in the order it uses them. */
function metricsIn({ groups }: RoundReport): MetricId[] {
  const figures = groups.flatMap(({ overall, dissatisfaction, byTransactions, importance, choices, profiles }) => [
    overall,
    dissatisfaction,
    ...(byTransactions ? [byTransactions.figure] : []),
    ...importance.slice(0, 1).map(({ figure }) => figure),
    ...choices.slice(0, 1).flatMap(({ options }) => options.slice(0, 1).map(({ figure }) => figure)),
    ...profiles.slice(0, 1).flatMap(({ options }) => options.slice(0, 1).map(({ figure }) => figure)),
  ]);
  return [
    ...new Set([
      ...figures.map(({ metric }) => metric),
      ...(compareGroups(groups) ? (["group_difference"] as const) : []),
      "slip_return_rate" as const,
    ]),
  ];
}

function methodSection({ lang, t }: Words, report: RoundReport): ReportSection {
  const { round } = report;
  const rows = metricsIn(report).map((id): ReportCell[] => {
    const { name, version, definition, formula } = metrics[id];
    return [`${inLanguage(lang, name)} (${id}, ${version})`, inLanguage(lang, definition), inLanguage(lang, formula)];
  });
  return {
    id: "method",
    title: t("reports:section.method"),
    paragraphs: [t("reports:method.variant", { variant: t(`words:indexVariant.${round.variant}`) }), t("reports:method.hiding")],
    charts: [],
    tables: [
      {
        id: "metrics",
        caption: t("reports:caption.metrics"),
        sheet: t("reports:sheet.metrics"),
        columns: [
          { header: t("reports:column.metric"), kind: "text" },
          { header: t("reports:column.definition"), kind: "text" },
          { header: t("reports:column.formula"), kind: "text" },
        ],
        rows,
      },
    ],
  };
}

function sealSection({ lang, t }: Words, { frozen, excluded }: RoundReport): ReportSection {
  const [newest] = frozen;
  const paragraphs = newest
    ? [
        t("reports:seal.lead"),
        t("reports:seal.version", { version: String(newest.edition), day: formatDay(lang, civilDay(newest.frozenAt)) }),
        ...(excluded.length === 0 ? [] : [excludedSentence({ lang, t }, excluded)]),
        t("reports:seal.raw", { hash: newest.rawSha256 }),
        t("reports:seal.counts", { hash: newest.contentSha256 }),
        ...frozen.flatMap(({ edition, publishedAt, note }) =>
          note === null
            ? []
            : [t("life:edition.correction", { number: String(edition), day: formatDay(lang, civilDay(publishedAt)), note: inLanguage(lang, note) })],
        ),
      ]
    : [t("reports:seal.open")];
  return { id: "seal", title: t("reports:section.seal"), paragraphs, charts: [], tables: [] };
}

function excludedSentence({ lang, t }: Words, excluded: RoundReport["excluded"]): string {
  const formatted = (n: number) => formatNumber(lang, n);
  const list = excluded.map(({ reason, sheets }) =>
    t("life:excludedReason", { reason: t(`words:exclusionReason.${reason}`), formatted: formatted(sheets) }),
  );
  return t("life:excluded", { formatted: formatted(excluded.reduce((sum, { sheets }) => sum + sheets, 0)), list: formatList(lang, list) });
}
