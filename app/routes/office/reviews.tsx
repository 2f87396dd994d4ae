import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isCivilDay } from "#app/domain/calendar/civil-day.ts";
import { listForReview, monthOf, reviewCase } from "#app/domain/feedback/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { asOfficial } from "#app/platform/guards.server.ts";
import { readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { refusalSentence } from "../sentences.ts";
import { ReviewsPage } from "./publication/reviews-page.tsx";

export { privateHeader as headers } from "../private-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, official, url, today } = await asOfficial(args, "cases.hide");
  const { thang, xong } = readListQuery(url, ["thang", "xong"]).filters;
  const wanted = `${thang ?? ""}-01`;
  const month = isCivilDay(wanted) && wanted <= today ? wanted : monthOf(today);
  return { month, open: month === monthOf(today), items: await listForReview(db, official, month), done: xong !== undefined };
}

export async function action(args: ActionFunctionArgs) {
  const { db, official, t, to, now } = await asOfficial(args, "cases.hide");
  const { code = "", verdict, reason = "" } = await readForm(args.request);
  if (verdict !== "keep" && verdict !== "show") throw data({ reason: "bad_request" }, { status: 400 });
  const reviewed = await reviewCase(db, official, code, { verdict, reason }, now);
  if (!reviewed.ok) return data({ code, reason, error: refusalSentence(t, reviewed) }, { status: 409 });
  return redirect(`${to("/can-bo/ra-soat")}?xong=1`);
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("publication:review.title"), robots: "noindex" });

export default function Reviews() {
  return <ReviewsPage {...useLoaderData<typeof loader>()} tried={useActionData<typeof action>() ?? null} />;
}
