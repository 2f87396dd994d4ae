import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { findRoundForm, markStart } from "#app/domain/surveys/index.server.ts";
import { isOpenToAll, lastKeyingDay, takesPaper } from "#app/domain/surveys/rules.ts";
import { formatDay } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone, notFound } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { refusalSentence } from "../sentences.ts";
import type { SheetErrors } from "./survey/error-words.ts";
import { ExtensionLine } from "./survey/extension-line.tsx";
import { formView } from "./survey/form-view.server.ts";
import { readSurveyForm } from "./survey/read-survey-form.ts";
import { keepThanks } from "./survey/receipt-cookie.server.ts";
import { RoundShut } from "./survey/round-shut.tsx";
import { SurveyForm } from "./survey/survey-form.tsx";
import { takeSheet } from "./survey/take-sheet.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, lang, today, url, portal, now } = asAnyone(args);
  const form = await findRoundForm(db, args.params.slug ?? "", today);
  if (!form) throw notFound();
  const { round } = form;
  const shut = !form.takesAnswers
    ? round.opensOn > today && round.state === "open"
      ? "not_yet"
      : takesPaper(round, today)
        ? "keying"
        : "closed"
    : isOpenToAll(round.modes)
      ? null
      : "slip_needed";
  const chosen = { unit: [url.searchParams.get("don-vi") ?? ""], procedure: [url.searchParams.get("thu-tuc") ?? ""] };
  const days = { opensOn: round.opensOn, keyingUntil: lastKeyingDay(round) };
  return { view: formView(lang, form, null), shut, ...days, chosen, started: markStart(portal.keys, round.slug, now) } as const;
}

export async function action(args: ActionFunctionArgs) {
  const visit = asAnyone(args);
  const { db, lang, t, to, today, portal } = visit;
  const form = await findRoundForm(db, args.params.slug ?? "", today);
  if (!form) throw notFound();
  const posted = await readSurveyForm(args.request);
  const view = formView(lang, form, posted.key);
  const again = (status: number, errors: SheetErrors, refusal?: string) => data({ view, typed: posted.typed, errors, refusal }, { status });

  const sent = await takeSheet(visit, args.request, form, posted, view.key, null);
  if (!sent.ok) {
    if (sent.code === "survey.sheet_wrong" && "errors" in sent) return again(422, sent.errors);
    return again(sent.code === "request.too_many" ? 429 : 409, {}, refusalSentence(t, sent));
  }
  const { receipt, dissatisfied } = sent.value;
  const { unit, procedure } = posted.sheet;
  const headers = await keepThanks(portal, view.slug, { receipt, low: dissatisfied ? { unit, procedure } : null });
  return redirect(to(`/khao-sat/${view.slug}/cam-on`), { headers });
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) =>
  page ? pageMeta(location, { title: page.view.title, description: page.view.intro }) : [];

export default function Round() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { lang, to } = useLanguage();
  const t = useText();
  const view = answer?.view ?? loaded.view;
  return (
    <>
      <PageHeader
        before={<Breadcrumbs label={t("common:breadcrumbs")} items={[{ text: t("surveys:title"), href: to("/khao-sat") }, { text: view.title }]} />}
        title={view.title}
        kicker={t("surveys:openFor", { authority: view.authority, day: formatDay(lang, view.closesOn) })}
        lead={loaded.shut && !answer ? undefined : <p>{view.intro}</p>}
        long
      />
      <ExtensionLine extension={view.extension} />
      {loaded.shut && !answer ? (
        <RoundShut why={loaded.shut} slug={view.slug} from={loaded.opensOn} until={view.closesOn} keyingUntil={loaded.keyingUntil} />
      ) : (
        <SurveyForm
          view={view}
          action={to(`/khao-sat/${view.slug}`)}
          typed={answer?.typed ?? loaded.chosen}
          errors={answer?.errors}
          started={answer ? answer.typed.started?.[0] : loaded.started}
          refusal={answer?.refusal}
        />
      )}
    </>
  );
}
