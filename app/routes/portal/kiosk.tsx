import { randomUUID } from "node:crypto";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { setUpKiosk, submitByKiosk } from "#app/domain/kiosks/index.server.ts";
import { findRoundForm } from "#app/domain/surveys/index.server.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { asAnyone, notFound } from "#app/platform/guards.server.ts";
import { countSubmission } from "#app/platform/metrics.server.ts";
import { pageMeta } from "../page-meta.ts";
import { refusalSentence } from "../sentences.ts";
import { KioskFrame } from "./kiosk/kiosk-frame.tsx";
import { KioskForm } from "./kiosk/kiosk-form.tsx";
import { keepKioskToken, readKioskToken } from "./kiosk/kiosk-cookie.server.ts";
import { KioskShut } from "./kiosk/kiosk-shut.tsx";
import { KioskThanks } from "./kiosk/kiosk-thanks.tsx";
import { kioskView } from "./kiosk/kiosk-view.server.ts";
import { SetUpForm } from "./kiosk/set-up-form.tsx";
import type { SheetErrors } from "./survey/error-words.ts";
import { readSurveyForm } from "./survey/read-survey-form.ts";
import { privateHeader } from "../private-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const visit = asAnyone(args);
  const form = await findRoundForm(visit.db, args.params.slug ?? "", visit.today);
  if (!form) throw notFound();
  const view = await kioskView(visit, form, await readKioskToken(visit.portal, args.request));
  return data({ view, sent: visit.url.searchParams.has("xong") }, { headers: privateHeader() });
}

export const headers = privateHeader;

/** Two forms: the set-up code (`ma`), and without JavaScript the answers themselves. */
export async function action(args: ActionFunctionArgs) {
  const visit = asAnyone(args);
  const { db, portal, lang, t, to, today, now } = visit;
  const form = await findRoundForm(db, args.params.slug ?? "", today);
  if (!form) throw notFound();
  const posted = await readSurveyForm(args.request);
  const limited = !portal.settings.NO_RATE_LIMIT;

  const code = posted.typed.ma?.[0];
  if (code !== undefined) {
    const ready = await setUpKiosk(db, code, limited ? visit.client : null, now);
    if (ready.ok) {
      return redirect(to(`/khao-sat/${ready.value.round}/ki-ot`), { headers: { "Set-Cookie": await keepKioskToken(portal, ready.value.token) } });
    }
    const refusal = refusalSentence(t, ready);
    return data({ typed: posted.typed, errors: {}, refusal, key: null }, { status: ready.code === "request.too_many" ? 429 : 409 });
  }

  const token = (await readKioskToken(portal, args.request)) ?? "";
  const key = posted.key ?? randomUUID();
  const submission = { round: form.round.slug, sheet: posted.sheet, idempotencyKey: key, language: lang };
  const sent = await submitByKiosk(db, portal.keys, token, submission, { limited }, now);
  if (sent.ok) {
    if (!sent.value.repeated) countSubmission("sheet");
    return redirect(`${to(`/khao-sat/${form.round.slug}/ki-ot`)}?xong`);
  }
  const errors: SheetErrors = "errors" in sent ? sent.errors : {};
  const refusal = "errors" in sent ? undefined : refusalSentence(t, sent);
  return data({ typed: posted.typed, errors, refusal, key }, { status: refusal === undefined ? 422 : 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) =>
  page ? pageMeta(location, { title: page.view.title, robots: "noindex" }) : [];

export default function Kiosk() {
  const { view, sent } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { to } = useLanguage();
  const here = to(`/khao-sat/${view.slug}/ki-ot`);
  if (view.standing === "not_set_up") {
    return (
      <KioskFrame here={here}>
        <SetUpForm action={here} round={view.title} code={answer?.typed.ma?.[0] ?? view.code} refusal={answer?.refusal} />
      </KioskFrame>
    );
  }
  if (view.standing === "shut") {
    return (
      <KioskFrame here={here}>
        <KioskShut opensOn={view.opensOn} closesOn={view.closesOn} />
      </KioskFrame>
    );
  }
  return (
    <KioskFrame here={here} kiosk={view}>
      {sent && !answer ? (
        <KioskThanks here={here} />
      ) : (
        <KioskForm here={here} view={answer?.key ? { ...view, form: { ...view.form, key: answer.key } } : view} answer={answer} />
      )}
    </KioskFrame>
  );
}
