import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { ItemList } from "#app/components/ui/item-list.tsx";
import { Pagination } from "#app/components/ui/pagination.tsx";
import { SearchField } from "#app/components/ui/search-field.tsx";
import { Tabs } from "#app/components/ui/tabs.tsx";
import { type FoundOfKind, searchPublic } from "#app/domain/publishing/index.server.ts";
import { publicKinds } from "#app/domain/publishing/vocabulary.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { firstPageHref, nextPageHref, readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { describeHit } from "./search/describe-hit.ts";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, lang, url } = asAnyone(args);
  const { q, after, filters } = readListQuery(url, ["loai"]);
  const only = publicKinds.find((kind) => kind === filters.loai);
  const { items, next, kinds } = q ? await searchPublic(db, q, { only, after }) : { items: [], next: null, kinds: [] };
  const counted = only ? kinds.filter(({ kind }) => kind === only) : kinds;
  return data(
    {
      q,
      only,
      kinds: kinds.map(({ kind, n, more }) => ({ kind, count: more ? `${n}+` : String(n) })),
      total: totalOf(kinds),
      found: counted.reduce((sum, { n }) => sum + n, 0),
      more: counted.some(({ more }) => more),
      hits: items.map((hit) => describeHit(hit, lang)),
      next: nextPageHref(url, next),
      first: firstPageHref(url),
    },
    { headers: { "Portal-Cache": "public" } },
  );
}

const totalOf = (kinds: readonly FoundOfKind[]) => `${kinds.reduce((sum, { n }) => sum + n, 0)}${kinds.some(({ more }) => more) ? "+" : ""}`;

export const meta: MetaFunction<typeof loader> = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("portal:search.title"), robots: "noindex" });

export default function Search() {
  const { q, only, kinds, total, found, more, hits, next, first } = useLoaderData<typeof loader>();
  const { to } = useLanguage();
  const t = useText();
  const action = to("/tim-kiem");
  return (
    <>
      <PageHeader title={q ? t("portal:search.for", { q }) : t("portal:search.title")} />
      <SearchField id="tim" action={action} label={t("common:searchLabel")} button={t("common:search")} defaultValue={q} size="large" />
      <p className="muted small">{t("common:searchHint")}</p>
      {q === undefined ? (
        <p className="lead">{t("portal:search.prompt")}</p>
      ) : (
        <>
          {kinds.length > 1 || (only && kinds.length > 0) ? (
            <Tabs
              label={t("common:filter")}
              items={[
                { href: `${action}?${new URLSearchParams({ q })}`, text: t("common:all"), count: total, current: !only },
                ...kinds.map(({ kind, count }) => ({
                  href: `${action}?${new URLSearchParams({ q, loai: kind })}`,
                  text: t(`words:publicKind.${kind}`),
                  count,
                  current: kind === only,
                })),
              ]}
            />
          ) : null}
          {hits.length === 0 ? (
            <EmptyState
              title={t("common:noResults")}
              actions={<ButtonLink href={`${to("/phan-anh/gui")}?loai=hoi_dap`}>{t("portal:search.sendAction")}</ButtonLink>}
            >
              <p>{t("portal:search.send")}</p>
            </EmptyState>
          ) : (
            <>
              <p className="muted" role="status">
                {t(more ? "portal:search.foundMore" : "portal:search.found", { count: found })}
              </p>
              <ItemList
                items={hits.map((hit) => ({
                  href: to(hit.path),
                  title: hit.title,
                  summary: hit.summary,
                  meta: [t(`words:publicKind.${hit.kind}`), hit.note],
                }))}
              />
              <Pagination
                label={t("common:pages")}
                next={next ? { href: next, text: t("common:more") } : undefined}
                previous={first ? { href: first, text: t("common:first") } : undefined}
              />
            </>
          )}
        </>
      )}
    </>
  );
}
