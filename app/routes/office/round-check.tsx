import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { mayIn } from "#app/domain/people/official.ts";
import { findRound } from "#app/domain/surveys/index.server.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial, forbidden, notFound } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { changeCheck } from "./survey/change-check.server.ts";
import { CheckCounts } from "./survey/check-counts.tsx";
import { ExclusionForm } from "./survey/exclusion-form.tsx";
import { ExclusionList } from "./survey/exclusion-list.tsx";
import { readCheck } from "./survey/read-check.server.ts";

const checkRights = ["surveys.manage", "surveys.approve"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await asOfficial(args);
  const round = await findRound(visit.db, args.params.slug ?? "");
  if (!round || !checkRights.some((right) => mayIn(visit.official, right, round.authority.id))) throw notFound();
  return {
    round: { slug: round.slug, title: inLanguage(visit.lang, round.title) },
    ...(await readCheck(visit, round, visit.url.searchParams.get("xong"))),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args);
  const round = await findRound(visit.db, args.params.slug ?? "");
  if (!round || !checkRights.some((right) => mayIn(visit.official, right, round.authority.id))) throw notFound();
  if (!mayIn(visit.official, "surveys.manage", round.authority.id)) throw forbidden();
  const answer = await changeCheck(visit, round.slug, await readForm(args.request));
  if ("done" in answer) return redirect(`${visit.to(`/can-bo/khao-sat/${round.slug}/kiem-phieu`)}?xong=${answer.done}`);
  return data(answer, { status: answer.status });
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) =>
  page ? pageMeta(location, { title: page.round.title, robots: "noindex" }) : [];

export default function RoundCheck() {
  const { round, rows, totals, flags, exclusions, changes, choices, finished } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { to } = useLanguage();
  const t = useText();
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            label={t("common:breadcrumbs")}
            items={[
              { text: t("surveys:office.title"), href: to("/can-bo/khao-sat") },
              { text: round.title, href: to(`/can-bo/khao-sat/${round.slug}`) },
              { text: t("life:check.title") },
            ]}
          />
        }
        title={t("life:check.title")}
        kicker={round.title}
        lead={<p>{t("life:check.lead")}</p>}
      />
      {answer?.refused ? (
        <Notice tone="bad" live>
          {answer.refused}
        </Notice>
      ) : finished && !answer ? (
        <Notice tone="ok" live>
          {finished}
        </Notice>
      ) : null}
      <CheckCounts rows={rows} totals={totals} flags={flags} />
      <ExclusionList exclusions={exclusions} changes={changes} typed={answer?.typed} errors={answer?.errors} />
      <Section id="loai" title={t("life:check.declare")}>
        {changes ? <ExclusionForm {...choices} typed={answer?.typed} errors={answer?.errors} /> : <p className="muted">{t("life:check.shut")}</p>}
      </Section>
    </>
  );
}
