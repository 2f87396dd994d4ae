import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { mayIn } from "#app/domain/people/official.ts";
import { findRound } from "#app/domain/surveys/index.server.ts";
import { listUnitsInForce } from "#app/domain/units/index.server.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial, notFound } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { draftRound } from "./survey/read-round-draft.server.ts";
import { readChoices } from "./survey/read-rounds.server.ts";
import { RoundForm } from "./survey/round-form.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const visit = await asOfficial(args, "surveys.manage");
  const round = await findOwnRound(visit, args.params.slug);
  const inForce = await listUnitsInForce(visit.db, round.opensOn, { internal: true });
  return {
    round: { slug: round.slug, title: inLanguage(visit.lang, round.title), isDraft: round.stage === "drafting" },
    choices: { ...(await readChoices(visit, round.authority, inForce)), target: round.target },
    typed: {
      titleVi: round.title.vi,
      titleEn: round.title.en,
      questionnaireVersionId: round.versionId,
      opensOn: round.opensOn,
      closesOn: round.closesOn,
      keyingUntil: round.keyingUntil ?? "",
      modes: round.modes,
      units: round.units.map(({ slug }) => slug),
      ...(round.consent ? { consentVi: round.consent.vi, consentEn: round.consent.en } : {}),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args, "surveys.manage");
  const round = await findOwnRound(visit, args.params.slug);
  const answer = await draftRound(visit, args.request, round);
  if ("slug" in answer) return redirect(`${visit.to(`/can-bo/khao-sat/${answer.slug}`)}?xong=sua`);
  return data(answer, { status: answer.status });
}

async function findOwnRound({ db, official }: Awaited<ReturnType<typeof asOfficial>>, slug: string | undefined) {
  const round = await findRound(db, slug ?? "");
  if (!round || !mayIn(official, "surveys.manage", round.authority.id)) throw notFound();
  return round;
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) =>
  page ? pageMeta(location, { title: page.round.title, robots: "noindex" }) : [];

export default function RoundEdit() {
  const { round, choices, typed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { to } = useLanguage();
  const t = useText();
  const here = to(`/can-bo/khao-sat/${round.slug}`);
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            label={t("common:breadcrumbs")}
            items={[
              { text: t("surveys:office.title"), href: to("/can-bo/khao-sat") },
              { text: round.title, href: here },
              { text: t("life:edit.title") },
            ]}
          />
        }
        title={t("life:edit.title")}
        kicker={round.title}
      />
      {round.isDraft ? (
        <RoundForm {...choices} typed={answer?.typed ?? typed} errors={answer?.errors} refused={answer?.refused} submit={t("life:edit.save")} />
      ) : (
        <EmptyState title={t("life:edit.shut")}>
          <ButtonLink look="secondary" href={here}>
            {round.title}
          </ButtonLink>
        </EmptyState>
      )}
    </>
  );
}
