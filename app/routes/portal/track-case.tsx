import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findCaseByReceipt } from "#app/domain/feedback/index.server.ts";
import type { CaseState } from "#app/domain/feedback/vocabulary.ts";
import { secondsToWait, takeTurn } from "#app/domain/rate-limit.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { asAnyone, type Visit } from "#app/platform/guards.server.ts";
import { readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { fieldSentence, refusalSentence } from "../sentences.ts";
import { readSenderForm } from "./feedback/read-sender-form.server.ts";
import { dropReceipt, keepReceipt, readReceipt } from "./feedback/receipt-cookie.server.ts";
import { doAsSender, senderActNamed } from "./feedback/sender-acts.server.ts";
import { SenderCasePage } from "./feedback/sender-case-page.tsx";
import { TrackForm, type TrackAnswer } from "./feedback/track-form.tsx";

export { privateHeader as headers } from "../private-header.ts";

/** Wrong keys one client may try: far too few to guess one, enough for a bad photograph of a receipt. */
const wrongKeyLimit = { name: "wrong-receipt", points: 10, seconds: 900 };
const path = "/phan-anh/tra-cuu";
const supplemented: ReadonlySet<CaseState> = new Set(["DA_BO_SUNG", "DA_TIEP_NHAN", "DA_PHAN_CONG", "DANG_XU_LY", "CHO_DUYET"]);

export async function loader(args: LoaderFunctionArgs) {
  const { portal, db, today, url } = asAnyone(args);
  const { filters } = readListQuery(url, ["ma", "xong"]);
  const receipt = await readReceipt(portal, args.request, "open");
  const theCase = receipt && (await findCaseByReceipt(db, receipt.code, receipt.receiptKey, today));
  if (!receipt || !theCase) return data({ theCase: null, code: filters.ma?.slice(0, 40) ?? "", left: filters.xong === "leave", done: null });

  const headers = await keepReceipt(portal, receipt, "open");
  const did = senderActNamed(filters.xong) ?? null;
  // The page may be opened again weeks later: a supplement is news only until there is an answer.
  const done = did === "supplement" && !supplemented.has(theCase.state) ? null : did;
  return data({ theCase, code: theCase.code, left: false, done }, { headers });
}

export async function action(args: ActionFunctionArgs) {
  const visit = asAnyone(args);
  const { portal, to } = visit;
  const { texts, photos } = await readSenderForm(args.request);
  if (texts.intent === "open") return open(visit, texts.code ?? "", texts.receiptKey ?? "");
  if (texts.intent === "leave") return redirect(`${to(path)}?xong=leave`, { headers: await dropReceipt(portal, "open") });

  const receipt = await readReceipt(portal, args.request, "open");
  if (!receipt) return redirect(to(path));
  const act = senderActNamed(texts.intent);
  if (!act) throw data({ reason: "bad_request" }, { status: 400 });

  const outcome = await doAsSender(visit, receipt, act, texts, photos);
  if (outcome.ok) return redirect(`${to(path)}?xong=${act}`);
  const { body, stars, comment, reason, newFacts } = texts;
  return data({ refused: { act, error: outcome.error, typed: { body, stars, comment, reason, newFacts } } }, { status: outcome.status });
}

async function open({ portal, db, to, t, today, client }: Visit, code: string, receiptKey: string) {
  const typed = { code: code.slice(0, 60), receiptKey: receiptKey.slice(0, 120) };
  const errors = {
    ...(code.trim() ? {} : { code: fieldSentence(t, "required") }),
    ...(receiptKey.trim() ? {} : { receiptKey: fieldSentence(t, "required") }),
  };
  if (Object.keys(errors).length > 0) return data({ track: { typed, errors } satisfies TrackAnswer }, { status: 422 });

  const limited = !portal.settings.NO_RATE_LIMIT;
  const wait = limited ? await secondsToWait(db, wrongKeyLimit, client) : 0;
  if (wait > 0) {
    const form = t("feedback:track.tooMany", { minutes: String(Math.ceil(wait / 60)) });
    return data({ track: { typed, errors: { form } } satisfies TrackAnswer }, { status: 429 });
  }
  const theCase = await findCaseByReceipt(db, code, receiptKey, today);
  if (!theCase) {
    if (limited) await takeTurn(db, wrongKeyLimit, client);
    const form = refusalSentence(t, { ok: false, code: "case.receipt_wrong" });
    return data({ track: { typed, errors: { form } } satisfies TrackAnswer }, { status: 409 });
  }
  return redirect(to(path), { headers: await keepReceipt(portal, { code: theCase.code, receiptKey }, "open") });
}

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const { t } = i18nFor(languageOf(location.pathname));
  return pageMeta(location, { title: t("feedback:track.title"), description: t("feedback:track.lead") });
};

export default function TrackCase() {
  const { theCase, code, left, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!theCase) return <TrackForm code={code} left={left} answer={answer && "track" in answer ? answer.track : undefined} />;
  return <SenderCasePage theCase={theCase} done={done} refused={answer && "refused" in answer ? answer.refused : undefined} />;
}
