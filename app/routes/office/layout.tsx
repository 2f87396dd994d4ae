import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Outlet, useLoaderData, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { useContext } from "react";
import { ErrorPage } from "#app/components/layout/error-page.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { countWaitingArticles } from "#app/domain/content/index.server.ts";
import { countWork } from "#app/domain/feedback/index.server.ts";
import { findAccount } from "#app/domain/people/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial } from "#app/platform/guards.server.ts";
import { RequestMarks } from "../../root.tsx";
import { pageMeta } from "../page-meta.ts";
import { ErrorScreen } from "../portal/error-screen.tsx";
import { type FrameFacts, OfficeFrame } from "./frame/office-frame.tsx";

export { revalidateOnline as shouldRevalidate } from "./keep-offline.ts";

export const handle = { hydrate: true };

/** `reference` names the request in the log; from here it is the same before and after hydration. */
type OfficeFacts = FrameFacts & { reference: string };

export async function loader(args: LoaderFunctionArgs): Promise<OfficeFacts> {
  const { db, official, lang, today, now } = await asOfficial(args);
  const [account, articles, work] = await Promise.all([
    findAccount(db, official.id, today, now),
    countWaitingArticles(db, official),
    official.may.includes("cases.read") ? countWork(db, official, today) : {},
  ]);
  const units = (account?.roles ?? []).flatMap(({ unit }) => (unit ? [inLanguage(lang, unit)] : []));
  const editorial = official.may.includes("articles.approve") || official.may.includes("articles.publish");
  return {
    me: {
      name: official.name,
      roles: [...new Set(official.grants.map(({ role }) => role))],
      unit: units[0] ?? null,
    },
    may: [...official.may],
    everywhere: official.may.filter((permission) => official.scopes[permission] === "all"),
    work,
    articles: editorial ? articles : undefined,
    reference: args.context.requestId,
  };
}

/** For the error pages; every page of the office says its own. */
export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("office:name"), robots: "noindex" });

export default function OfficeRoom() {
  return (
    <OfficeFrame {...useLoaderData<typeof loader>()}>
      <Outlet />
    </OfficeFrame>
  );
}

/** Within the office as long as we know who is in: no right, not found, or broken, each with the next step. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { requestId } = useContext(RequestMarks);
  const { lang, to } = useLanguage();
  const t = useText();
  const facts = useRouteLoaderData<typeof loader>(`${lang}/office`);
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (!facts) return <ErrorScreen status={status} reference={requestId} />;

  const which = status === 403 ? "forbidden" : status === 404 ? "not_found" : status < 500 ? "bad_request" : "broken";
  return (
    <OfficeFrame {...facts}>
      <ErrorPage
        title={t(`errors:page.${which}.title`)}
        icon={which === "forbidden" ? "lock" : which === "not_found" ? "search" : "info"}
        reference={which === "broken" ? `${t("errors:reference")}: ${facts.reference}` : undefined}
        actions={<ButtonLink href={to("/can-bo")}>{t("office:home.title")}</ButtonLink>}
      >
        <p>{t(`errors:page.${which}.detail`)}</p>
      </ErrorPage>
    </OfficeFrame>
  );
}
