import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { listImprovements, unitsToImprove } from "#app/domain/improvements/index.server.ts";
import { mayIn } from "#app/domain/people/official.ts";
import { listCriteria } from "#app/domain/surveys/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial, forbidden } from "#app/platform/guards.server.ts";
import { readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { doImprovementAct, isDoneWord } from "./improvements/do-act.server.ts";
import { ImprovementCard } from "./improvements/improvement-card.tsx";
import { ImprovementForm } from "./improvements/improvement-form.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { db, official, lang, now, url } = await asOfficial(args);
  if (!mayIn(official, "articles.write") && !mayIn(official, "articles.approve")) throw forbidden();
  const [units, items, criteria] = await Promise.all([unitsToImprove(db, official, now), listImprovements(db, official, now), listCriteria(db)]);
  const wordsOf = new Map(criteria.map((one) => [`${one.questionnaire}/${one.code}`, inLanguage(lang, one.text)]));
  const { xong } = readListQuery(url, ["xong"]).filters;
  return {
    done: isDoneWord(xong) ? xong : null,
    units: units.map(({ slug, nameVi, nameEn }) => ({ value: slug, label: inLanguage(lang, { vi: nameVi, en: nameEn }) })),
    criteria: criteria.map((one) => ({
      value: `${one.questionnaire}/${one.code}`,
      label: `${inLanguage(lang, one.title)}: ${inLanguage(lang, one.text)}`,
    })),
    items: items
      .filter(({ state }) => state !== "withdrawn")
      .map((item) => ({
        ...item,
        unitName: inLanguage(lang, item.unit.name),
        criterionKey: `${item.questionnaire}/${item.criterion}`,
        criterionText: wordsOf.get(`${item.questionnaire}/${item.criterion}`) ?? item.criterion,
      })),
    mayWrite: mayIn(official, "articles.write"),
    mayPublish: mayIn(official, "articles.approve"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args);
  const { official, to } = visit;
  if (!mayIn(official, "articles.write") && !mayIn(official, "articles.approve")) throw forbidden();
  const form = await readForm(args.request);
  const came = await doImprovementAct(visit, form);
  return came.ok ? redirect(`${to("/can-bo/viec-da-lam")}?xong=${came.done}`) : data({ typed: form, problem: came.problem }, { status: came.status });
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("improvements:title"), robots: "noindex" });

export default function Improvements() {
  const { done, units, criteria, items, mayWrite, mayPublish } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const t = useText();
  const drafts = items.filter(({ state }) => state === "draft");
  const published = items.filter(({ state }) => state === "published");
  const typedFor = (id: string) => (tried && (tried.typed.id ?? "") === id && tried.typed.viec === "luu" ? tried.typed : undefined);
  return (
    <>
      <PageHeader title={t("improvements:title")} lead={<p>{t("improvements:lead")}</p>} />
      {tried ? (
        <Notice tone="bad" live>
          {tried.problem}
        </Notice>
      ) : done ? (
        <Notice tone="ok" live>
          {t(`improvements:${done}`)}
        </Notice>
      ) : null}
      {units.length === 0 ? <EmptyState title={t("improvements:none")} /> : null}
      {mayWrite && units.length > 0 ? (
        <Section id="viet" title={t("improvements:write")}>
          <Disclosure summary={t("improvements:write")} open={typedFor("") !== undefined}>
            <ImprovementForm units={units} criteria={criteria} typed={typedFor("")} />
          </Disclosure>
        </Section>
      ) : null}
      <Section id="cho-duyet" title={t("improvements:drafts")}>
        {drafts.length === 0 ? <p className="muted">{t("improvements:noDrafts")}</p> : null}
        {drafts.map((item) => (
          <ImprovementCard key={item.id} item={item} mayPublish={mayPublish}>
            {mayWrite ? (
              <Disclosure summary={t("improvements:edit")} open={typedFor(item.id) !== undefined}>
                <ImprovementForm item={item} units={units} criteria={criteria} typed={typedFor(item.id)} />
              </Disclosure>
            ) : null}
          </ImprovementCard>
        ))}
      </Section>
      <Section id="da-dang" title={t("improvements:published")}>
        {published.length === 0 ? <EmptyState title={t("improvements:noPublished")}>{t("improvements:noPublishedLine")}</EmptyState> : null}
        {published.map((item) => (
          <ImprovementCard key={item.id} item={item} mayPublish={mayPublish} />
        ))}
      </Section>
    </>
  );
}
