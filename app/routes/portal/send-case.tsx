import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { fieldSentence, refusalSentence } from "../sentences.ts";
import { buildForm, buildReview } from "./feedback/case-steps.server.ts";
import { countSimilarOnce } from "./feedback/count-similar.server.ts";
import { ElsewhereGuide } from "./feedback/elsewhere-guide.tsx";
import { asksFirst, firstAnswers, kindNamed, leadsTo, questionsParameter } from "./feedback/first-questions.ts";
import { checkCaseForm, readCaseForm } from "./feedback/read-case-form.server.ts";
import { keepReceipt } from "./feedback/receipt-cookie.server.ts";
import { ResolvedPage } from "./feedback/resolved-page.tsx";
import { sendDraft } from "./feedback/send-draft.server.ts";
import { SendSteps } from "./feedback/send-steps.tsx";

const guides = { "khieu-nai": "complaint", "to-cao": "denunciation" } as const;
const guideOf = (kind: string | undefined) => (kind === "khieu-nai" || kind === "to-cao" ? guides[kind] : undefined);

export async function loader(args: LoaderFunctionArgs) {
  const visit = asAnyone(args);
  const { filters } = readListQuery(visit.url, ["loai", "thu-tuc", "don-vi", "xong", questionsParameter, ...firstAnswers]);
  const resolved = kindNamed(filters.xong);
  if (resolved) return { step: "resolved" as const, kind: resolved };
  const guide = guideOf(filters.loai);
  if (guide) return { step: "guide" as const, guide };

  const kind = kindNamed(filters.loai);
  const given = Object.entries({ "thu-tuc": filters["thu-tuc"], "don-vi": filters["don-vi"] });
  const about = Object.fromEntries(given.filter((pair): pair is [string, string] => pair[1] !== undefined));
  if (kind && filters[questionsParameter] && asksFirst(kind)) {
    const next = leadsTo(kind, filters);
    const danger = filters["nguy-hiem"] === "co" ? { next } : null;
    if (filters[questionsParameter] !== "xong" || danger) return { step: "questions" as const, kind, about, danger };
    return redirect(`${visit.to("/phan-anh/gui")}?${new URLSearchParams({ loai: next, ...about })}`);
  }
  if (kind) return buildForm(visit, kind, { procedure: filters["thu-tuc"] ?? "", unit: filters["don-vi"] ?? "" });
  return { step: "kind" as const, about };
}

export async function action(args: ActionFunctionArgs) {
  const visit = asAnyone(args);
  const { texts, photos } = await readCaseForm(args.request);
  const kind = kindNamed(texts.kind);
  if (!kind) throw data({ reason: "bad_request" }, { status: 400 });
  if (texts.intent === "edit") return buildForm(visit, kind, texts);
  if (texts.intent === "resolved") {
    await countSimilarOnce(visit, "resolved");
    return redirect(`${visit.to("/phan-anh/gui")}?xong=${kind}`);
  }

  const sending = texts.intent === "send";
  const checked = checkCaseForm(texts, { consentAsked: false });
  if (!checked.ok) return data(await buildForm(visit, kind, texts, checked.result), { status: 422 });
  const { draft } = checked;
  if (draft.happenedOn && draft.happenedOn > visit.today) {
    const result = { status: "error" as const, error: { happenedOn: ["in_future"] } };
    return data(await buildForm(visit, kind, texts, result), { status: 422 });
  }
  if (!sending) {
    const review = await buildReview(visit, texts, draft);
    if (review.similar.length > 0 && !texts.similar) await countSimilarOnce(visit, "shown");
    return review;
  }
  if (texts.consent !== "on") {
    const errors = { consent: fieldSentence(visit.t, "consent_required") };
    return data(await buildReview(visit, texts, draft, { errors, photosLost: photos.length > 0 }), { status: 422 });
  }

  const sent = await sendDraft(visit, texts, draft, photos);
  if (!sent.ok) {
    const sentence = refusalSentence(visit.t, sent);
    const errors = sent.code.startsWith("upload.") ? { photos: sentence } : { form: sentence };
    const status = sent.code === "request.too_many" ? 429 : 409;
    return data(await buildReview(visit, texts, draft, { errors, photosLost: photos.length > 0 }), { status });
  }
  if (texts.similar) await countSimilarOnce(visit, "sentAnyway");
  const headers = await keepReceipt(visit.portal, sent.value, "sent");
  return redirect(visit.to("/phan-anh/da-gui"), { headers });
}

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const { t } = i18nFor(languageOf(location.pathname));
  return pageMeta(location, { title: t("feedback:send.title"), description: t("feedback:send.lead") });
};

export default function SendCase() {
  const loaded = useLoaderData<typeof loader>();
  const shown = useActionData<typeof action>() ?? loaded;
  if (shown.step === "guide") return <ElsewhereGuide what={shown.guide} />;
  if (shown.step === "resolved") return <ResolvedPage kind={shown.kind} />;
  return <SendSteps {...shown} />;
}
