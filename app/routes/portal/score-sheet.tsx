import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Stat, Stats } from "#app/components/ui/stat.tsx";
import { metrics } from "#app/domain/insights/metrics.ts";
import { findPublic } from "#app/domain/publishing/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone, notFound } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { Editions } from "./service/editions.tsx";
import { quarterWords } from "./service/period-words.ts";
import { rankWord } from "./service/rank-word.ts";
import { ScoreTable } from "./service/score-table.tsx";
import { ServiceCrumbs } from "./service/service-crumbs.tsx";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db } = asAnyone(args);
  const copy = await findPublic(db, "score_sheet", args.params.slug ?? "");
  if (!copy) throw notFound();
  const { id, version } = metrics.one_stop_score;
  return data({ slug: copy.slug, sheet: copy.content, metric: { id, version } }, { headers: { "Portal-Cache": "public" } });
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) => {
  if (!page) return [];
  const lang = languageOf(location.pathname);
  const { t } = i18nFor(lang);
  return pageMeta(location, {
    title: `${inLanguage(lang, page.sheet.unit.name)}, ${quarterWords(t, page.sheet.quarter)}`,
    description: t("service:sheets.lead"),
  });
};

export default function ScoreSheetPage() {
  const { slug, sheet, metric } = useLoaderData<typeof loader>();
  const { lang, to } = useLanguage();
  const t = useText();
  const quarter = quarterWords(t, sheet.quarter);
  return (
    <article>
      <PageHeader
        title={inLanguage(lang, sheet.unit.name)}
        kicker={`${t("service:sheets.title")} · ${quarter}`}
        before={<ServiceCrumbs items={[{ path: "mot-cua", text: t("service:sheets.title") }, { text: quarter }]} />}
        actions={
          <ButtonLink look="secondary" href={to(`/chat-luong-phuc-vu/mot-cua/${slug}/in`)}>
            {t("service:sheets.print")}
          </ButtonLink>
        }
      />
      <Stats>
        <Stat label={t("service:sheets.total")} value={t("service:sheets.score", { points: String(sheet.points), most: String(sheet.most) })} />
        <Stat label={t("service:sheets.rank")} value={rankWord(t, sheet.rank)} size={sheet.rank ? undefined : "small"} />
      </Stats>
      {sheet.missing.length > 0 ? <Notice>{t("service:sheets.missing", { codes: sheet.missing.join(", ") })}</Notice> : null}
      <Section id="chi-tieu" title={t("service:sheets.lines")}>
        <ScoreTable sheet={sheet} stacks />
      </Section>
      <Section id="can-cu" title={t("service:sheets.basis")}>
        <p>
          {inLanguage(lang, sheet.rules.basis)} {t("service:sheets.rulesVersion", { version: String(sheet.rules.version) })}
        </p>
        <p>{t("service:apart")}</p>
        <p className="muted small">
          <code>{metric.id}</code> v{metric.version} · <a href={`/api/v1/score-sheets/${slug}`}>{t("service:data")}</a>
        </p>
      </Section>
      <Section id="cong-bo" title={t("service:sheets.editions")}>
        <Editions editions={sheet.editions} />
      </Section>
    </article>
  );
}
