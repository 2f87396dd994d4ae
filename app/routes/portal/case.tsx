import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, useLoaderData, useParams, useRouteError } from "@remix-run/react";
import { ErrorPage } from "#app/components/layout/error-page.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { parseCaseCode } from "#app/domain/codes.ts";
import { findPublic, listPublic } from "#app/domain/publishing/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone, notFound } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { explainPublicDeadline } from "./feedback/explain-public-deadline.server.ts";
import { PublicCasePage } from "./feedback/public-case-page.tsx";
import { toAnswered } from "./feedback/to-answered.ts";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, lang, to, t, url } = asAnyone(args);
  const typed = args.params.code ?? "";
  const code = parseCaseCode(typed);
  if (!code) throw notFound();
  if (code !== typed && !url.pathname.endsWith(".data")) throw redirect(to(`/phan-anh/${code}`), 301);

  const copy = await findPublic(db, "case", code);
  if (!copy) throw notFound();
  const { content } = copy;
  const same = content.procedure ? await listPublic(db, "case", { procedure: content.procedure.slug }, { limit: 5 }) : null;
  return data(
    {
      content,
      explanation: await explainPublicDeadline(db, content),
      related: (same?.items ?? []).filter(({ slug }) => slug !== code).map((one) => toAnswered(t, lang, one.content)),
    },
    { headers: { "Portal-Cache": "public" } },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) => {
  if (!page) return pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("feedback:page.noneTitle"), robots: "noindex" });
  return pageMeta(location, { title: page.content.title, description: page.content.answer });
};

export default function Case() {
  return <PublicCasePage {...useLoaderData<typeof loader>()} />;
}

/** A code without a public page: says how its sender can follow it, and nothing about whether there is such a case. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { code } = useParams();
  const t = useText();
  const { to } = useLanguage();
  if (!isRouteErrorResponse(error) || error.status !== 404) throw error;
  const known = parseCaseCode(code ?? "");
  return (
    <ErrorPage
      title={t("feedback:page.noneTitle")}
      icon="search"
      actions={
        <>
          <ButtonLink href={`${to("/phan-anh/tra-cuu")}${known ? `?ma=${known}` : ""}`}>{t("feedback:track.title")}</ButtonLink>
          <ButtonLink look="secondary" href={to("/phan-anh")}>
            {t("feedback:list.title")}
          </ButtonLink>
        </>
      }
    >
      <p>{t("feedback:page.none")}</p>
    </ErrorPage>
  );
}
