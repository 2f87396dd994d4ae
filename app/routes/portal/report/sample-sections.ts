import type { RoundReport } from "#app/domain/surveys/index.server.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { ReportCell, ReportSection } from "#app/platform/documents/report-document.ts";
import type { Words } from "./section-parts.ts";

/** One-time slips handed out and used, by unit. */
export function sampleSection({ lang, t }: Words, { round, slips }: RoundReport): ReportSection {
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
export function drawnSection({ lang, t }: Words, { round, drawn, units, groups }: RoundReport): ReportSection[] {
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
