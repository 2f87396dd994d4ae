import type { PublicContent } from "#app/domain/publishing/contents.ts";
import type { RemarkFigures } from "#app/domain/remarks/index.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { ReportSection } from "#app/platform/documents/report-document.ts";
import type { Words } from "./section-parts.ts";

/** What a report says of open answers: all that is public of them. */
export type ReportRemarks = { figures: RemarkFigures | undefined; items: readonly PublicContent["remark"][] };

/** What open answers are about, and those that were published; nothing where there are none. */
export function remarkSection({ t, lang }: Words, { figures, items }: ReportRemarks): ReportSection[] {
  const counted = figures && figures.tags.length > 0 ? figures : undefined;
  if (!counted && items.length === 0) return [];
  return [
    {
      id: "remarks",
      title: t("remarks:public.report"),
      paragraphs: counted ? [t("remarks:public.reportLead", { n: formatNumber(lang, counted.read) })] : [],
      charts: [],
      tables: [
        ...(counted
          ? [
              {
                id: "remark-tags",
                caption: t("remarks:public.caption"),
                sheet: t("remarks:public.reportSheet"),
                columns: [
                  { header: t("remarks:public.tag"), kind: "text" as const },
                  { header: t("remarks:public.count"), kind: "count" as const },
                ],
                rows: counted.tags.map(({ name, n }) => [inLanguage(lang, name), n]),
                note: counted.tags.some(({ n }) => n === null) ? t("reports:note.hidden") : undefined,
              },
            ]
          : []),
        ...(items.length > 0
          ? [
              {
                id: "remark-texts",
                caption: t("remarks:public.reportTexts"),
                sheet: t("remarks:public.reportTextsSheet"),
                columns: [
                  { header: t("remarks:public.text"), kind: "text" as const },
                  { header: t("remarks:public.unit"), kind: "text" as const },
                  { header: t("remarks:public.tags"), kind: "text" as const },
                ],
                rows: items.map(({ text, unit, tags }) => [
                  text,
                  inLanguage(lang, unit.name),
                  tags.map(({ name }) => inLanguage(lang, name).replace(/\.$/, "")).join("; "),
                ]),
              },
            ]
          : []),
      ],
    },
  ];
}
