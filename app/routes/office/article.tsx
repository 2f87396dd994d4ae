import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { findArticle, listCategories } from "#app/domain/content/index.server.ts";
import { mayIn } from "#app/domain/people/official.ts";
import { listUnitsInForce } from "#app/domain/units/index.server.ts";
import { formatDay } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial, forbidden, notFound } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { ArticleActs, WithdrawForm } from "./article/article-acts.tsx";
import { ArticleFacts } from "./article/article-facts.tsx";
import { ArticleForm } from "./article/article-form.tsx";
import { changeArticle } from "./article/change-article.server.ts";
import { toArticleView } from "./article/to-article-view.ts";
import { ArticlePreview } from "./article/preview.tsx";

/** Where an article is that does not exist yet. */
const newId = "moi";

export async function loader(args: LoaderFunctionArgs) {
  const { db, official, lang, today, url } = await asOfficial(args);
  const id = args.params.id ?? "";
  const article = z.uuid().safeParse(id).success ? await findArticle(db, official, id) : undefined;
  if (!article && id !== newId) throw notFound();
  if (!article && !official.may.includes("articles.write")) throw forbidden();

  const [categories, units] = await Promise.all([listCategories(db), listUnitsInForce(db, today, { internal: true })]);
  return {
    article: article ? toArticleView(lang, article) : null,
    waitsUntil: article?.publishOn && article.publishOn > today ? formatDay(lang, article.publishOn) : null,
    justSaved: url.searchParams.has("da-luu"),
    categories: categories.map((one) => ({ value: one.slug, label: inLanguage(lang, one) })),
    units: units
      .filter((unit) => mayIn(official, "articles.write", unit.id))
      .map((unit) => ({ value: unit.id, label: inLanguage(lang, { vi: unit.nameVi, en: unit.nameEn }) })),
    everywhere: official.scopes["articles.write"] === "all",
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args);
  const id = args.params.id === newId ? null : z.uuid().safeParse(args.params.id).data;
  if (id === undefined || (id && !(await findArticle(visit.db, visit.official, id)))) throw notFound();
  if (!id && !visit.official.may.includes("articles.write")) throw forbidden();
  const answer = await changeArticle(visit, id, await readForm(args.request));
  if (answer.saved) return redirect(`${visit.to(`/can-bo/tin/${answer.saved}`)}?da-luu`);
  return data(answer, { status: answer.notice ? 200 : answer.refused ? 409 : 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) =>
  pageMeta(location, { title: page?.article?.titleVi ?? i18nFor(languageOf(location.pathname)).t("office:article.newTitle"), robots: "noindex" });

export default function ArticlePage() {
  const { article, waitsUntil, justSaved, ...choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText();
  const { lang, to } = useLanguage();
  const notice = answer?.notice ?? (justSaved && !answer ? t("office:article.saved") : null);
  const mayEdit = article?.mayDo.includes("edit");
  const form = <ArticleForm article={article} {...choices} errors={answer?.errors ?? {}} typed={answer?.notice ? null : (answer?.typed ?? null)} />;
  return (
    <>
      <PageHeader
        long={article !== null}
        title={article ? inLanguage(lang, { vi: article.titleVi, en: article.titleEn }) : t("office:article.newTitle")}
        before={
          <Breadcrumbs
            label={t("breadcrumbs")}
            items={[{ text: t("office:articles.title"), href: to("/can-bo/tin") }, { text: article?.titleVi ?? t("office:article.newTitle") }]}
          />
        }
      />
      {notice ? (
        <Notice tone="ok" live>
          {notice}
        </Notice>
      ) : null}
      {answer?.refused ? (
        <Notice tone="bad" live>
          {answer.refused}
        </Notice>
      ) : null}
      {article ? <ArticleFacts article={article} /> : null}
      {article ? <ArticlePreview article={article} /> : null}
      {article ? <WithdrawForm article={article} error={answer?.errors.reason} /> : null}
      {mayEdit && article ? (
        <Section id="sua" title={t("office:article.edit")}>
          {form}
        </Section>
      ) : null}
      {article ? <ArticleActs article={article} waitsUntil={waitsUntil} /> : form}
    </>
  );
}
