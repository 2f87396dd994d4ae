import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { caseFields } from "#app/domain/feedback/vocabulary.ts";
import { findTopic, subscribe } from "#app/domain/messages/index.server.ts";
import { SubscriptionForm } from "#app/domain/messages/schemas.ts";
import type { SubscriptionTopic } from "#app/domain/messages/vocabulary.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { fieldSentences, refusalSentence } from "../sentences.ts";
import { SubscribePage } from "./subscription/subscribe-page.tsx";
import { topicText } from "./subscription/topic-text.ts";

export { privateHeader as headers } from "../private-header.ts";

/** `?don-vi=`, `?thu-tuc=`, `?chuyen-muc=`, `?linh-vuc=` name what to follow. */
const parameters = { "don-vi": "unit", "thu-tuc": "procedure", "chuyen-muc": "news", "linh-vuc": "field" } as const;

export async function loader(args: LoaderFunctionArgs) {
  const { db, url, t, lang } = asAnyone(args);
  const { filters } = readListQuery(url, ["don-vi", "thu-tuc", "chuyen-muc", "linh-vuc", "xong"]);
  if (filters.xong) return { step: "check" as const };
  for (const [parameter, topic] of Object.entries(parameters)) {
    const slug = filters[parameter as keyof typeof parameters];
    const found = slug ? await findTopic(db, topic, slug) : undefined;
    if (found) return { step: "form" as const, topic, slug: found.slug, words: topicText(t, lang, found) };
  }
  return { step: "choose" as const, fields: caseFields.filter((field) => field !== "khac") };
}

export async function action(args: ActionFunctionArgs) {
  const { db, portal, t, to, lang, client, now } = asAnyone(args);
  const { more, ...texts } = await readForm(args.request);
  const thanks = () => redirect(`${to("/nhan-thu")}?xong=1`);
  // Filled in by a program: it hears what everybody hears, and nothing is done.
  if (more) return thanks();

  const form = SubscriptionForm.safeParse(texts);
  const typed = (texts.email ?? "").slice(0, 200);
  if (!form.success) {
    const errors = fieldSentences(t, form.error);
    // Only the address is typed; the rest came from our own page or was made up.
    if (!errors.email) throw data({ reason: "bad_request" }, { status: 400 });
    return data(await again(form.error.issues.length === 1 ? texts : {}, typed, errors.email), { status: 422 });
  }
  const { topic, slug, email } = form.data;
  const limited = portal.settings.NO_RATE_LIMIT ? null : client;
  const wished = await subscribe(db, portal.keys, { topic, slug, address: email, language: lang, client: limited }, now);
  if (wished.ok) return thanks();
  return data(await again(form.data, typed, refusalSentence(t, wished)), { status: wished.code === "request.too_many" ? 429 : 409 });

  async function again(of: Record<string, string | undefined>, email: string, error: string) {
    const found = await findTopic(db, of.topic as SubscriptionTopic, of.slug ?? "");
    if (!found) throw data({ reason: "bad_request" }, { status: 400 });
    return { step: "form" as const, topic: found.topic, slug: found.slug, words: topicText(t, lang, found), typed: email, error };
  }
}

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const { t } = i18nFor(languageOf(location.pathname));
  return pageMeta(location, { title: t("messages:subscribe.title"), description: t("messages:subscribe.lead"), robots: "noindex" });
};

export default function Subscribe() {
  const loaded = useLoaderData<typeof loader>();
  return <SubscribePage {...(useActionData<typeof action>() ?? loaded)} />;
}
