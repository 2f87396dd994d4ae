import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { listPublic } from "#app/domain/publishing/index.server.ts";
import { threeLevelFigures } from "#app/domain/service-quality/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { LevelChart } from "./service/level-chart.tsx";
import { MonthItems } from "./service/month-items.tsx";
import { ScoreSheetItems } from "./service/score-sheet-items.tsx";

/** Not kept in the page cache: a slip that was just sent is in these figures. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, today } = asAnyone(args);
  const [slips, sheets, months] = await Promise.all([
    threeLevelFigures(db, today),
    listPublic(db, "score_sheet", {}, { limit: 4 }),
    listPublic(db, "service_month", {}, { limit: 3 }),
  ]);
  // The authority with most slips in its newest quarter speaks for the page.
  const newest = slips.map(({ authority, lines }) => {
    const quarter = lines[0]?.quarter ?? "";
    return { authority, quarter, lines: lines.filter((line) => line.quarter === quarter) };
  });
  const [first = null] = newest.sort((a, b) => (b.lines[0]?.figures[0].n ?? 0) - (a.lines[0]?.figures[0].n ?? 0));
  return {
    first,
    sheets: sheets.items.map(({ slug, content }) => ({ slug, content })),
    months: months.items.map(({ slug, content }) => ({ slug, content })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const { t } = i18nFor(languageOf(location.pathname));
  return pageMeta(location, { title: t("service:title"), description: t("service:lead") });
};

export default function ServiceQuality() {
  const { first, sheets, months } = useLoaderData<typeof loader>();
  const { lang, to } = useLanguage();
  const t = useText();
  const more = (path: string) => ({ href: to(`/chat-luong-phuc-vu/${path}`), text: t("service:more") });
  return (
    <>
      <PageHeader title={t("service:title")} lead={<p>{t("service:lead")}</p>} />
      <p>{t("service:apart")}</p>
      <Section id="phieu-ba-muc" title={t("service:slips.title")} more={more("phieu-ba-muc")}>
        {first ? (
          <LevelChart id="muc" authority={inLanguage(lang, first.authority.name)} quarter={first.quarter} lines={first.lines} />
        ) : (
          <p className="muted">{t("service:slips.none")}</p>
        )}
      </Section>
      <Section id="mot-cua" title={t("service:sheets.title")} more={more("mot-cua")}>
        {sheets.length > 0 ? <ScoreSheetItems items={sheets} level={3} /> : <p className="muted">{t("service:sheets.none")}</p>}
      </Section>
      <Section id="bo-chi-so-766" title={t("service:months.title")} more={more("bo-chi-so-766")}>
        {months.length > 0 ? <MonthItems items={months} level={3} /> : <p className="muted">{t("service:months.none")}</p>}
      </Section>
    </>
  );
}
