import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { marked } from "marked";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { MetaLine } from "#app/components/ui/item-list.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Prose } from "#app/components/ui/prose.tsx";
import { findPublic } from "#app/domain/publishing/index.server.ts";
import { formatDay } from "#app/i18n/format.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone, notFound } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db } = asAnyone(args);
  const item = await findPublic(db, "news", args.params.slug ?? "");
  if (!item) throw notFound();
  return data({ article: item.content }, { headers: { "Portal-Cache": "public" } });
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) => {
  if (!page) return [];
  const lang = languageOf(location.pathname);
  return pageMeta(location, { title: inLanguage(lang, page.article.title), description: inLanguage(lang, page.article.summary) });
};

export default function NewsItem() {
  const { article } = useLoaderData<typeof loader>();
  const { lang, to } = useLanguage();
  const t = useText();
  const body = inLanguage(lang, article.body);
  return (
    <article>
      <PageHeader
        long
        title={inLanguage(lang, article.title)}
        kicker={inLanguage(lang, article.category.name)}
        lead={<p>{inLanguage(lang, article.summary)}</p>}
        before={
          <Breadcrumbs
            label={t("common:breadcrumbs")}
            items={[
              { text: t("common:home"), href: to("/") },
              { text: t("content:news.title"), href: to("/tin-tuc") },
              { text: inLanguage(lang, article.category.name), href: `${to("/tin-tuc")}?chuyen-muc=${article.category.slug}` },
            ]}
          />
        }
      />
      <MetaLine
        facts={[
          t("content:news.publishedOn", { day: formatDay(lang, article.publishedOn) }),
          article.unit ? <a href={to(`/don-vi/${article.unit.slug}`)}>{inLanguage(lang, article.unit.name)}</a> : null,
        ]}
      />
      {lang === "en" && article.body.en === null ? <Notice>{t("common:onlyInVietnamese")}</Notice> : null}
      <div lang={lang === "en" && article.body.en === null ? "vi" : undefined}>
        <Prose tokens={marked.lexer(body)} />
      </div>
      {article.procedures.length > 0 ? (
        <Section id="thu-tuc" title={t("content:news.procedures")}>
          <ul>
            {article.procedures.map((procedure) => (
              <li key={procedure.slug}>
                <a href={to(`/thu-tuc/${procedure.slug}`)}>{inLanguage(lang, procedure.name)}</a>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {article.sources.length > 0 ? (
        <Section id="can-cu" title={t("content:news.sources")}>
          <ul>
            {article.sources.map((source) => (
              <li key={source.label}>
                {source.document ? <a href={to(`/van-ban/${source.document}`)}>{source.label}</a> : source.label}
                {source.where ? `, ${source.where}` : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </article>
  );
}
