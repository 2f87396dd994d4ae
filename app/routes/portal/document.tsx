import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { findPublic } from "#app/domain/publishing/index.server.ts";
import { formatDay } from "#app/i18n/format.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone, notFound } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db } = asAnyone(args);
  const found = await findPublic(db, "document", args.params.slug ?? "");
  if (!found) throw notFound();
  return data({ document: found.content }, { headers: { "Portal-Cache": "public" } });
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) => {
  if (!page) return [];
  const lang = languageOf(location.pathname);
  const { type, number, subject } = page.document;
  return pageMeta(location, { title: [inLanguage(lang, type), number].filter(Boolean).join(" "), description: inLanguage(lang, subject) });
};

export default function Document() {
  const { document } = useLoaderData<typeof loader>();
  const { lang, to } = useLanguage();
  const t = useText();
  const dayOr = (day: string | null, otherwise: string) => (day ? formatDay(lang, day) : otherwise);
  const force = [
    document.inForceFrom && t("content:documents.from", { day: formatDay(lang, document.inForceFrom) }),
    document.inForceTo && t("content:documents.until", { day: formatDay(lang, document.inForceTo) }),
  ].filter(Boolean);
  const title = [inLanguage(lang, document.type), document.number].filter(Boolean).join(" ");
  return (
    <article>
      <PageHeader
        long
        title={title}
        lead={<p>{inLanguage(lang, document.subject)}</p>}
        before={
          <Breadcrumbs
            label={t("common:breadcrumbs")}
            items={[{ text: t("common:home"), href: to("/") }, { text: t("content:documents.title"), href: to("/van-ban") }, { text: title }]}
          />
        }
      />
      <DefinitionList
        facts={[
          { term: t("content:documents.number"), detail: document.number ?? t("content:documents.noNumber") },
          { term: t("content:documents.issuedOn"), detail: dayOr(document.issuedOn, t("common:noDate")) },
          {
            term: t("content:documents.issuer"),
            detail: document.issuerUnit ? <a href={to(`/don-vi/${document.issuerUnit.slug}`)}>{document.issuer}</a> : document.issuer,
          },
          ...(document.abstract ? [{ term: t("content:documents.abstract"), detail: inLanguage(lang, document.abstract) }] : []),
          { term: t("content:documents.inForce"), detail: force.length > 0 ? force.join(", ") : t("content:documents.inForceUnknown") },
          { term: t("content:documents.publishedOn"), detail: dayOr(document.publishedOn, t("common:noDate")) },
          {
            term: t("content:documents.lag"),
            detail: document.lagDays === null ? t("content:documents.lagUnknown") : t("content:documents.lagDays", { count: document.lagDays }),
          },
          ...(document.note ? [{ term: t("content:documents.note"), detail: inLanguage(lang, document.note) }] : []),
        ]}
      />
    </article>
  );
}
