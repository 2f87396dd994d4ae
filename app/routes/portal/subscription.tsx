import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { confirmSubscription, endSubscription, findSubscriptions, readToken, unsubscribe } from "#app/domain/messages/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { readForm } from "../read-form.ts";
import { SubscriptionPage } from "./subscription/subscription-page.tsx";
import { topicText } from "./subscription/topic-text.ts";

/** The address of the page opens it: it is told to no other site, and kept nowhere. */
export const headers = () => ({ "Cache-Control": "no-store", "Referrer-Policy": "same-origin" });

/** Opening the page changes nothing: mail scanners follow every link. */
export async function loader(args: LoaderFunctionArgs) {
  const { portal, db, t, lang, url } = asAnyone(args);
  const token = args.params.token ?? "";
  const { filters } = readListQuery(url, ["xong"]);
  if (readToken(portal.keys, "mute", token)) return { shown: "mute" as const, done: filters.xong === "1" };

  const found = await findSubscriptions(db, portal.keys, token);
  // A wrong address and an ended subscription look alike: it tells nobody which ones there were.
  if (!found) return { shown: "ended" as const };
  return {
    shown: "list" as const,
    confirmed: filters.xong === "co",
    current: { active: found.current.active, words: topicText(t, lang, found.current) },
    all: found.all.map((one) => ({ id: one.id, active: one.active, words: topicText(t, lang, one) })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { portal, db, to, now } = asAnyone(args);
  const token = args.params.token ?? "";
  const here = to(`/thu/${token}`);
  const { intent, which } = await readForm(args.request);
  if (intent === "confirm") {
    const known = await confirmSubscription(db, portal.keys, token, now);
    return redirect(known ? `${here}?xong=co` : here);
  }
  if (intent === "mute") {
    await unsubscribe(db, portal.keys, token, now);
    return redirect(`${here}?xong=1`);
  }
  if (intent !== "end" || !which || !/^(all|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(which))
    throw data({ reason: "bad_request" }, { status: 400 });
  await endSubscription(db, portal.keys, token, which);
  return redirect(here);
}

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const { t } = i18nFor(languageOf(location.pathname));
  // The other language's address would hold the token: a link to it is the reader's to follow, not a robot's.
  return [...pageMeta(location, { title: t("messages:manage.title"), robots: "noindex, nofollow" })];
};

export default function SubscriptionRoute() {
  return <SubscriptionPage {...useLoaderData<typeof loader>()} />;
}
