import { metrics } from "#app/domain/insights/metrics.ts";
import type { MetricId } from "#app/domain/insights/vocabulary.ts";
import { compareGroups, type RoundReport } from "#app/domain/surveys/index.server.ts";
import { civilDay } from "#app/domain/calendar/civil-day.ts";
import { formatDay, formatList, formatNumber, formatPercent } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { ReportCell, ReportDocument, ReportSection } from "#app/platform/documents/report-document.ts";
import { remarkSection, type ReportRemarks } from "./remark-section.ts";
import { groupsSection } from "./check-sections.ts";
import { groupSections, trendSection, type Words } from "./report-sections.ts";

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

function sampleSection({ lang, t }: Words, { round, slips }: RoundReport): ReportSection {
  const title = t("reports:section.sample");
  const base = { id: "sample", title, charts: [] };
  if (slips.units.length === 0) return { ...base, paragraphs: [t("reports:sample.none")], tables: [] };

  const nameOf = (unitId: string) => round.units.find(({ id }) => id === unitId)?.name ?? round.authority.name;
  const rows = slips.units
    .map(({ unitId, issued, used, returned }): ReportCell[] => [inLanguage(lang, nameOf(unitId)), issued, used, returned.value])
    .sort(([a], [b]) => String(a).localeCompare(String(b), lang));
  rows.push([t("reports:sample.total"), slips.total.issued, slips.total.used, slips.total.returned.value]);
  return {
    ...base,
    paragraphs: [t("reports:sample.lead")],
    tables: [
      {
        id: "sample",
        caption: t("reports:sample.caption"),
        sheet: t("reports:sample.sheet"),
        columns: [
          { header: t("reports:sample.unit"), kind: "text" },
          { header: t("reports:sample.issued"), kind: "count" },
          { header: t("reports:sample.used"), kind: "count" },
          { header: t("reports:sample.rate"), kind: "percent" },
        ],
        rows,
        note: rows.some((row) => row.includes(null)) ? t("reports:note.hidden") : undefined,
      },
    ],
  };
}

/** Where people were drawn: how many of how many, and how many of them answered. */
function drawnSection({ lang, t }: Words, { round, drawn, units, groups }: RoundReport): ReportSection[] {
  const all = groups.find(({ group }) => group === "drawn");
  if (!all || drawn.length === 0) return [];
  const answered = (slug: string) => units.find((unit) => unit.slug === slug)?.groups.find(({ group }) => group === "drawn")?.overall.n ?? null;
  const own = drawn.flatMap(({ unitId, population, drawn: n }) => {
    const unit = round.units.find(({ id }) => id === unitId);
    return unit ? [{ name: inLanguage(lang, unit.name), population, n, m: round.units.length === 1 ? all.overall.n : answered(unit.slug) }] : [];
  });
  // No more answer than were invited: of a unit that is hidden that too would tell something.
  const shown = own.filter(({ m }) => m !== null).toSorted((a, b) => a.name.localeCompare(b.name, lang));
  const hidden = own.filter(({ m }) => m === null);
  const lineOf = (name: string, part: typeof own, m: number | null): ReportCell[] => [
    name,
    part.reduce((sum, { population }) => sum + population, 0),
    part.reduce((sum, { n }) => sum + n, 0),
    m,
  ];
  const rows = shown.map((unit) => lineOf(unit.name, [unit], unit.m));
  if (hidden.length > 0) rows.push(lineOf(t("reports:drawnSample.others"), hidden, null));
  rows.push(lineOf(t("reports:sample.total"), own, all.overall.n));
  const rate = (row: ReportCell[]): ReportCell => {
    const [, , n, m] = row;
    return typeof n === "number" && typeof m === "number" && n > 0 ? Math.round((m * 10_000) / n) / 100 : null;
  };
  return [
    {
      id: "drawn",
      title: t("reports:section.drawn"),
      paragraphs: [t("reports:drawnSample.lead")],
      charts: [],
      tables: [
        {
          id: "drawn",
          caption: t("reports:drawnSample.caption"),
          sheet: t("reports:drawnSample.sheet"),
          columns: [
            { header: t("reports:sample.unit"), kind: "text" },
            { header: t("reports:drawnSample.population"), kind: "count" },
            { header: t("reports:drawnSample.drawn"), kind: "count" },
            { header: t("reports:drawnSample.answered"), kind: "count" },
            { header: t("reports:drawnSample.rate"), kind: "percent" },
          ],
          rows: rows.map((row) => [...row, rate(row)]),
          note: rows.some((row) => row.includes(null)) ? t("reports:note.hidden") : undefined,
        },
      ],
    },
  ];
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
