import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Section } from "#app/components/layout/section.tsx";
import { Doors } from "#app/components/ui/door.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { ItemList } from "#app/components/ui/item-list.tsx";
import { QuestionAnswer } from "#app/components/ui/question-answer.tsx";
import { SearchField } from "#app/components/ui/search-field.tsx";
import { Stats } from "#app/components/ui/stat.tsx";
import { listPublic } from "#app/domain/publishing/index.server.ts";
import { latestHeadlines } from "#app/domain/surveys/index.server.ts";
import { formatDay } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { HeadlineStat } from "./survey/headline-stat.tsx";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, lang, today } = asAnyone(args);
  const [cases, news, headlines] = await Promise.all([
    listPublic(db, "case", {}, { limit: 4 }),
    listPublic(db, "news", {}, { limit: 4 }),
    latestHeadlines(db, today),
  ]);
  return data(
    {
      headlines,
      answers: cases.items.map(({ slug, content }) => ({
        slug,
        title: content.title,
        question: content.question,
        answer: content.answer,
        unit: inLanguage(lang, content.unit.name),
        answeredOn: formatDay(lang, content.answeredOn),
        onTime: content.onTime,
      })),
      news: news.items.map(({ slug, content }) => ({
        slug,
        title: inLanguage(lang, content.title),
        summary: inLanguage(lang, content.summary),
        day: formatDay(lang, content.publishedOn),
      })),
    },
    { headers: { "Portal-Cache": "public" } },
  );
}

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const { t } = i18nFor(languageOf(location.pathname));
  return pageMeta(location, { title: t("tagline"), description: t("portal:home.lead") });
};

const shorten = (text: string) => (text.length > 260 ? `${text.slice(0, 260).replace(/\s+\S*$/, "")}…` : text);

export default function Home() {
  const { headlines, answers, news } = useLoaderData<typeof loader>();
  const { to } = useLanguage();
  const t = useText();
  return (
    <>
      <div className="page-head">
        <h1>{t("portal:home.title")}</h1>
        <p className="lead">{t("portal:home.lead")}</p>
        <SearchField id="tim" action={to("/tim-kiem")} label={t("common:searchLabel")} button={t("common:search")} size="large" />
      </div>
      <Doors
        label={t("portal:home.doors")}
        doors={[
          { href: to("/khao-sat"), title: t("portal:home.rate.title"), line: t("portal:home.rate.line") },
          { href: to("/phan-anh/gui"), title: t("portal:home.send.title"), line: t("portal:home.send.line") },
          { href: to("/thu-tuc"), title: t("portal:home.find.title"), line: t("portal:home.find.line") },
        ]}
      />
      {headlines.length > 0 ? (
        <Section id="hai-long" title={t("portal:home.index")} more={{ href: to("/hai-long"), text: t("portal:home.allResults") }}>
          <Stats>
            {headlines.map((headline) => (
              <HeadlineStat key={headline.roundSlug} {...headline} />
            ))}
          </Stats>
        </Section>
      ) : null}
      <Section id="tra-loi" title={t("portal:home.answers")} more={{ href: to("/phan-anh"), text: t("portal:home.allAnswers") }}>
        {answers.length === 0 ? (
          <EmptyState title={t("portal:home.noAnswers")}>
            <p>{t("portal:home.send.line")}</p>
          </EmptyState>
        ) : (
          answers.map((one) => (
            <QuestionAnswer
              key={one.slug}
              title={one.title}
              href={to(`/phan-anh/${one.slug}`)}
              question={shorten(one.question)}
              questionWord={t("common:question")}
              answer={shorten(one.answer)}
              answerWord={t("common:answer")}
              meta={[one.unit, one.answeredOn, one.onTime ? t("portal:home.onTime") : t("portal:home.late")]}
            />
          ))
        )}
      </Section>
      <Section id="tin" title={t("portal:home.news")} more={{ href: to("/tin-tuc"), text: t("portal:home.allNews") }}>
        <ItemList
          level={3}
          items={news.map((item) => ({ href: to(`/tin-tuc/${item.slug}`), title: item.title, summary: item.summary, meta: [item.day] }))}
        />
      </Section>
    </>
  );
}
