import { compareGroups, type GroupFigures, type RoundReport } from "#app/domain/surveys/index.server.ts";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import type { ReportCell, ReportSection } from "#app/platform/documents/report-document.ts";
import { designEffectOf } from "../survey/design-effect-of.ts";
import { hasPriorities, priorityRows } from "../survey/priorities.ts";
import type { Words } from "./section-parts.ts";

/** What stands beside the overall figure: what a sample costs, and what units' transactions would make of the index. */
export function checkParagraphs({ t, lang }: Words, { overall, byTransactions, group }: GroupFigures): string[] {
  const effect = group === "drawn" ? designEffectOf(overall) : undefined;
  const percent = (value: number) => formatPercent(lang, value, 2);
  return [
    ...(effect
      ? [
          t("checks:effect", {
            n: formatNumber(lang, effect.n),
            effective: formatNumber(lang, Math.round(effect.effective)),
            effect: formatNumber(lang, effect.effect, 2),
          }),
        ]
      : []),
    ...(byTransactions && byTransactions.figure.value !== null && overall.value !== null
      ? [t("checks:transactions", { value: percent(byTransactions.figure.value), raw: percent(overall.value) })]
      : []),
  ];
}

/** How the criteria go with overall satisfaction, the closest first; none where that may not be shown. */
export function prioritySection({ words, group }: { words: Words; group: GroupFigures }, { groups }: RoundReport): ReportSection[] {
  const { t, lang } = words;
  if (!hasPriorities(group)) return [];
  const title = t("priorities:section");
  const rows = priorityRows(lang, group)
    .sort((a, b) => (b.rho.value ?? -2) - (a.rho.value ?? -2))
    .map(({ mark, label, rho, index }): ReportCell[] => [`${mark}. ${label}`, rho.value, rho.low, rho.high, rho.n, index.value]);
  return [
    {
      id: groups.length > 1 ? `priorities-${group.group}` : "priorities",
      title: groups.length > 1 ? t("reports:section.ofGroup", { section: title, group: t(`reports:group.${group.group}`) }) : title,
      paragraphs: [t("priorities:notCause"), ...(group.group === "drawn" ? [t("priorities:notWeighted")] : [])],
      charts: [],
      tables: [
        {
          id: "priorities",
          caption: title,
          sheet: t("priorities:sheet"),
          columns: [
            { header: t("reports:column.criterion"), kind: "text" },
            { header: t("priorities:rho"), kind: "percent" },
            { header: t("priorities:low"), kind: "percent" },
            { header: t("priorities:high"), kind: "percent" },
            { header: t("priorities:pairs"), kind: "count" },
            { header: t("reports:column.index"), kind: "percent" },
          ],
          rows,
          note: rows.some((row) => row.includes(null)) ? t("reports:note.hidden") : undefined,
        },
      ],
    },
  ];
}

/** Those drawn beside those who chose to answer; none unless both may be shown. */
export function groupsSection({ t, lang }: Words, { groups }: RoundReport): ReportSection[] {
  const both = compareGroups(groups);
  if (!both) return [];
  const { drawn, selfSelected, comparison } = both;
  const points = comparison.verdict === "unclear" ? comparison.points : Math.abs(comparison.points ?? 0);
  return [
    {
      id: "both-groups",
      title: t("checks:groups"),
      paragraphs: [
        t(`checks:verdict.${comparison.verdict}`, { points: formatNumber(lang, points ?? 0, 2).replace("-", "−") }),
        t("checks:groupsNote"),
      ],
      charts: [],
      tables: [
        {
          id: "both-groups",
          caption: t("checks:groups"),
          sheet: t("checks:sheet"),
          columns: [
            { header: t("checks:group"), kind: "text" },
            { header: t("reports:column.sheets"), kind: "count" },
            { header: t("reports:column.index"), kind: "percent" },
            { header: t("reports:column.low"), kind: "percent" },
            { header: t("reports:column.high"), kind: "percent" },
          ],
          rows: [
            [t("reports:group.drawn"), drawn.n, drawn.value, drawn.low, drawn.high],
            [t("reports:group.self_selected"), selfSelected.n, selfSelected.value, selfSelected.low, selfSelected.high],
            [t("checks:difference"), null, comparison.points, comparison.low, comparison.high],
          ],
        },
      ],
    },
  ];
}
