import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { mayIn } from "#app/domain/people/official.ts";
import { countSheetsByDay, findRound, maySeeRound } from "#app/domain/surveys/index.server.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial, forbidden, notFound } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { refusalSentence } from "../sentences.ts";
import { changeRound } from "./survey/change-round.server.ts";
import { DayTable } from "./survey/day-table.tsx";
import { isRoundAct, justDone, nextActOf } from "./survey/round-acts.ts";
import { readMonitor } from "./survey/read-monitor.server.ts";
import { RoundFacts } from "./survey/round-facts.tsx";
import { RoundMonitor } from "./survey/round-monitor.tsx";
import { RoundSteps } from "./survey/round-steps.tsx";

/** Without one of these nobody moves a round on; which act needs which, the act itself says. */
const roundRights = ["surveys.manage", "surveys.approve"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await asOfficial(args);
  const { db, official, lang, url } = visit;
  const round = await findRound(db, args.params.slug ?? "");
  if (!round || !maySeeRound(official, round)) throw notFound();
  const next = nextActOf[round.state];
  const asked = url.searchParams.get("viec");
  return {
    round: {
      slug: round.slug,
      title: inLanguage(lang, round.title),
      state: round.state,
      authority: inLanguage(lang, round.authority.name),
      opensOn: round.opensOn,
      closesOn: round.closesOn,
      target: round.target,
      modes: round.modes,
      units: round.units.map(({ name }) => inLanguage(lang, name)),
      questionnaire: { title: inLanguage(lang, round.layout.questionnaire.title), version: round.questionnaire.version },
    },
    byDay: await countSheetsByDay(db, round.id),
    monitor: round.state === "draft" ? null : await readMonitor(visit, round),
    next: next && mayIn(official, next.right, round.authority.id) ? next.act : null,
    asked: isRoundAct(asked) ? asked : null,
    finished: justDone(url.searchParams.get("xong")),
    draws: round.modes.includes("sample") && mayIn(official, "surveys.manage", round.authority.id),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db, official, t, to, now } = await asOfficial(args);
  const slug = args.params.slug ?? "";
  const round = await findRound(db, slug);
  if (!round || !maySeeRound(official, round)) throw notFound();
  if (!roundRights.some((right) => mayIn(official, right, round.authority.id))) throw forbidden();
  const { viec } = await readForm(args.request);
  if (!isRoundAct(viec)) throw data({ reason: "bad_request" }, { status: 400 });
  const changed = await changeRound[viec](db, official, slug, now);
  if (!changed.ok) return data({ refused: refusalSentence(t, changed) }, { status: 409 });
  return redirect(`${to(`/can-bo/khao-sat/${slug}`)}?xong=${viec}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) =>
  page ? pageMeta(location, { title: page.round.title, robots: "noindex" }) : [];

export default function OfficeRound() {
  const { round, byDay, monitor, next, asked, finished, draws } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { to } = useLanguage();
  const t = useText();
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            label={t("common:breadcrumbs")}
            items={[{ text: t("surveys:office.title"), href: to("/can-bo/khao-sat") }, { text: round.title }]}
          />
        }
        title={round.title}
        long
      />
      {answer ? (
        <Notice tone="bad" live>
          {answer.refused}
        </Notice>
      ) : finished ? (
        <Notice tone="ok" live>
          {t(`surveys:office.done.${finished}`)}
        </Notice>
      ) : null}
      <RoundFacts round={round} />
      <RoundSteps
        slug={round.slug}
        opensOn={round.opensOn}
        closesOn={round.closesOn}
        sheets={byDay.reduce((sum, { n }) => sum + n, 0)}
        next={next}
        asked={asked}
      />
      {draws ? (
        <Section id="mau" title={t("samples:title")}>
          <ButtonLink look="secondary" href={to(`/can-bo/khao-sat/${round.slug}/mau`)}>
            {t("samples:short")}
          </ButtonLink>
        </Section>
      ) : null}
      {monitor ? <RoundMonitor {...monitor} slug={round.slug} byDay={byDay} /> : null}
      <DayTable byDay={byDay} modes={round.modes} />
    </>
  );
}
