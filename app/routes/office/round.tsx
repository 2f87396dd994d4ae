import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { mayIn } from "#app/domain/people/official.ts";
import { mayReadAll, mayReadProposed } from "#app/domain/remarks/index.server.ts";
import { countSheetsByDay, findAskedExtension, findHandIn, findRound, listRoundSteps, maySeeRound } from "#app/domain/surveys/index.server.ts";
import { lastKeyingDay, takesPaper } from "#app/domain/surveys/rules.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial, forbidden, notFound } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { actWords } from "./act-words.ts";
import { changeRound } from "./survey/change-round.server.ts";
import { ComputedResults } from "./survey/computed-results.tsx";
import { DayTable } from "./survey/day-table.tsx";
import { actsAt, fitsAsked, isRoundAct, justDone, rightOf } from "./survey/round-acts.ts";
import { readComputed } from "./survey/read-computed.server.ts";
import { readMonitor } from "./survey/read-monitor.server.ts";
import { RoundFacts } from "./survey/round-facts.tsx";
import { RoundHistory } from "./survey/round-history.tsx";
import { RoundMonitor } from "./survey/round-monitor.tsx";
import { RoundSteps } from "./survey/round-steps.tsx";

/** Without one of these nobody moves a round on; which act needs which, the act itself says. */
const roundRights = ["surveys.manage", "surveys.approve"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await asOfficial(args);
  const { db, official, lang, today, url, t } = visit;
  // Before all the rest: what is handed in anew while the page is read is not what the page shows.
  const seen = await findHandIn(db, args.params.slug ?? "");
  const round = await findRound(db, args.params.slug ?? "");
  if (!round || !maySeeRound(official, round)) throw notFound();
  const has = (right: (typeof roundRights)[number]) => mayIn(official, right, round.authority.id);
  const inCharge = roundRights.some(has);
  const asked = url.searchParams.get("viec");
  const extension = round.stage === "open" ? await findAskedExtension(db, round.id) : undefined;
  return {
    round: {
      slug: round.slug,
      title: inLanguage(lang, round.title),
      state: round.state,
      stage: round.stage,
      returnReason: inCharge ? round.returnReason : null,
      correction: round.correction && inLanguage(lang, round.correction),
      consent: round.consent && inLanguage(lang, round.consent),
      authority: inLanguage(lang, round.authority.name),
      opensOn: round.opensOn,
      closesOn: round.closesOn,
      keyingUntil: round.keyingUntil,
      ended: round.stage === "open" && round.closesOn < today ? { keyingUntil: takesPaper(round, today) ? lastKeyingDay(round) : null } : null,
      asked: inCharge && extension ? { until: extension.until, reason: extension.reason } : null,
      target: round.target,
      modes: round.modes,
      units: round.units.map(({ name }) => inLanguage(lang, name)),
      questionnaire: { title: inLanguage(lang, round.layout.questionnaire.title), version: round.questionnaire.version },
    },
    seen,
    byDay: await countSheetsByDay(db, round.id),
    monitor: round.state === "draft" ? null : await readMonitor(visit, round),
    acts: actsAt[round.stage].filter((act) => fitsAsked(act, extension !== undefined) && mayIn(official, rightOf(act), round.authority.id)),
    edits: round.stage === "drafting" && has("surveys.manage"),
    checks: inCharge && round.closed !== null,
    computed: inCharge && (round.stage === "to_approve_results" || round.stage === "correction_to_approve") ? await readComputed(visit, round) : null,
    steps: inCharge
      ? (await listRoundSteps(db, round.id)).map(({ act, name, at }) => ({ what: actWords(t, act), name, at: formatInstant(lang, at) }))
      : [],
    asked: isRoundAct(asked) ? asked : null,
    finished: justDone(url.searchParams.get("xong")),
    readsAnswers: mayReadAll(official, round),
    decidesRemarks: mayReadProposed(official, round),
    draws: round.modes.includes("sample") && has("surveys.manage"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const visit = await asOfficial(args);
  const { db, official, to } = visit;
  const slug = args.params.slug ?? "";
  const round = await findRound(db, slug);
  if (!round || !maySeeRound(official, round)) throw notFound();
  if (!roundRights.some((right) => mayIn(official, right, round.authority.id))) throw forbidden();
  const typed = await readForm(args.request);
  if (!isRoundAct(typed.viec)) throw data({ reason: "bad_request" }, { status: 400 });
  const answer = await changeRound(visit, slug, typed.viec, typed);
  if (answer) return data(answer, { status: answer.status });
  return redirect(typed.viec === "bo" ? `${to("/can-bo/khao-sat")}?xong=bo` : `${to(`/can-bo/khao-sat/${slug}`)}?xong=${typed.viec}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) =>
  page ? pageMeta(location, { title: page.round.title, robots: "noindex" }) : [];

export default function OfficeRound() {
  const page = useLoaderData<typeof loader>();
  const { round, seen, byDay, monitor, acts, edits, checks, computed, steps, asked, finished, draws, readsAnswers, decidesRemarks } = page;
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
      {answer?.refused ? (
        <Notice tone="bad" live>
          {answer.refused}
        </Notice>
      ) : finished ? (
        <Notice tone="ok" live>
          {t(`life:done.${finished}`)}
        </Notice>
      ) : null}
      <RoundSteps
        round={round}
        sheets={byDay.reduce((sum, { n }) => sum + n, 0)}
        acts={acts}
        asked={asked}
        seen={seen}
        edits={edits}
        typed={answer?.typed}
        errors={answer?.errors}
      />
      {computed ? <ComputedResults {...computed} /> : null}
      {checks ? (
        <Section id="kiem-phieu" title={t("life:check.title")}>
          <ButtonLink look="secondary" href={to(`/can-bo/khao-sat/${round.slug}/kiem-phieu`)}>
            {t("life:check.link")}
          </ButtonLink>
        </Section>
      ) : null}
      <RoundFacts round={round} />
      {readsAnswers || decidesRemarks ? (
        <Section id="tra-loi" title={t("remarks:title")}>
          <ButtonRow>
            <ButtonLink look="secondary" href={to(`/can-bo/khao-sat/${round.slug}/loi-gop-y`)}>
              {t("remarks:short")}
            </ButtonLink>
            {readsAnswers ? (
              <ButtonLink look="secondary" href={to(`/can-bo/khao-sat/${round.slug}/phieu-goc`)}>
                {t("answers:short")}
              </ButtonLink>
            ) : null}
          </ButtonRow>
        </Section>
      ) : null}
      {draws ? (
        <Section id="mau" title={t("samples:title")}>
          <ButtonLink look="secondary" href={to(`/can-bo/khao-sat/${round.slug}/mau`)}>
            {t("samples:short")}
          </ButtonLink>
        </Section>
      ) : null}
      {monitor ? <RoundMonitor {...monitor} slug={round.slug} byDay={byDay} /> : null}
      <DayTable byDay={byDay} modes={round.modes} />
      {steps.length > 0 ? <RoundHistory steps={steps} /> : null}
    </>
  );
}
