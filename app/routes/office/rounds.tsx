import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Select } from "#app/components/form/select.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { FilterBar } from "#app/components/ui/filter-bar.tsx";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial, forbidden } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { draftRound } from "./survey/read-round-draft.server.ts";
import { readRounds } from "./survey/read-rounds.server.ts";
import { RoundForm } from "./survey/round-form.tsx";
import { RoundTable } from "./survey/round-table.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const visit = await asOfficial(args);
  const { may } = visit.official;
  if (!may.includes("surveys.manage") && !may.includes("surveys.approve") && !may.includes("surveys.read_results")) throw forbidden();
  const { searchParams } = visit.url;
  return { ...(await readRounds(visit, searchParams.get("co-quan"))), discarded: searchParams.get("xong") === "bo" };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args, "surveys.manage");
  const answer = await draftRound(visit, args.request);
  if ("slug" in answer) return redirect(`${visit.to(`/can-bo/khao-sat/${answer.slug}`)}?xong=lap`);
  return data(answer, { status: answer.status });
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("surveys:office.title"), robots: "noindex" });

export default function OfficeRounds() {
  const { rounds, due, authorities, draft, discarded } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { to } = useLanguage();
  const t = useText();
  return (
    <>
      <PageHeader title={t("surveys:office.title")} lead={<p>{t("surveys:office.lead")}</p>} />
      {discarded && !answer ? (
        <Notice tone="ok" live>
          {t("life:done.bo")}
        </Notice>
      ) : null}
      {due.length > 0 ? (
        <Notice tone="warn" title={t("surveys:office.due.title")}>
          <ul>
            {due.map(({ authority, half, year, lastDay }) => (
              <li key={authority}>{t(half === 1 ? "surveys:office.due.first" : "surveys:office.due.second", { authority, year, day: lastDay })}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {rounds.length > 0 ? (
        <RoundTable rounds={rounds} />
      ) : (
        <EmptyState title={t("surveys:office.none")}>
          <p>{t("surveys:office.noneNext")}</p>
        </EmptyState>
      )}
      {authorities.length > 0 ? (
        <Section id="lap" title={t("surveys:office.new")}>
          {authorities.length > 1 ? (
            <FilterBar label={t("surveys:office.new")} action={`${to("/can-bo/khao-sat")}#lap`} submit={t("surveys:office.goOn")}>
              <Select
                id="co-quan"
                name="co-quan"
                label={t("surveys:office.authority")}
                placeholder={t("surveys:office.chooseAuthority")}
                choices={authorities}
                defaultValue={draft?.authority}
              />
            </FilterBar>
          ) : null}
          {draft ? <RoundForm key={draft.authority} {...draft} typed={answer?.typed} errors={answer?.errors} refused={answer?.refused} /> : null}
        </Section>
      ) : null}
    </>
  );
}
