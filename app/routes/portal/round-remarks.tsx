import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Select } from "#app/components/form/select.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { FilterBar } from "#app/components/ui/filter-bar.tsx";
import { Pagination } from "#app/components/ui/pagination.tsx";
import { countPublic, countRemarkTags, listPublic } from "#app/domain/publishing/index.server.ts";
import { remarkFigures } from "#app/domain/remarks/index.server.ts";
import { isFrozen } from "#app/domain/surveys/rules.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { firstPageHref, nextPageHref, readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { findSeenRound } from "./report/read-report.server.ts";
import { RemarkCounts } from "./survey/remark-counts.tsx";
import { RemarkQuotes } from "./survey/remark-quotes.tsx";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const visit = asAnyone(args);
  const { db, lang, url } = visit;
  const round = await findSeenRound(visit, args.params.dot);
  const { q, after, filters } = readListQuery(url, ["don-vi", "nhan"]);
  const unit = round.units.find(({ slug }) => slug === filters["don-vi"])?.slug;
  const tags = await countRemarkTags(db, round.slug);
  const tag = tags.find(({ code }) => code === filters.nhan)?.code;
  const filter = { q, category: round.slug, unit, tag };
  const [page, total, figures] = await Promise.all([
    listPublic(db, "remark", filter, { after, limit: 50 }),
    countPublic(db, "remark", filter),
    q || unit || tag ? undefined : remarkFigures(db, round),
  ]);
  return data(
    {
      round: { slug: round.slug, title: inLanguage(lang, round.title) },
      q,
      unit,
      tag,
      units: round.units.map(({ slug, name }) => ({ value: slug, label: inLanguage(lang, name) })),
      tags: tags.map(({ code, name, n }) => ({ value: code, label: `${inLanguage(lang, name)} (${n})` })),
      figures,
      total,
      items: page.items.map(({ slug, content }) => ({ slug, content })),
      next: nextPageHref(url, page.next),
      first: firstPageHref(url),
    },
    isFrozen(round.state) ? { headers: { "Portal-Cache": "public" } } : {},
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) => {
  const { t } = i18nFor(languageOf(location.pathname));
  return page
    ? pageMeta(location, { title: t("remarks:public.pageTitle", { round: page.round.title }), description: t("remarks:public.leadNone") })
    : [];
};

export default function RoundRemarks() {
  const { round, q, unit, tag, units, tags, figures, total, items, next, first } = useLoaderData<typeof loader>();
  const { to } = useLanguage();
  const t = useText();
  const here = to(`/hai-long/${round.slug}/loi-gop-y`);
  const narrowed = Boolean(q || unit || tag);
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            label={t("common:breadcrumbs")}
            items={[
              { text: t("results:title"), href: to("/hai-long") },
              { text: round.title, href: to(`/hai-long/${round.slug}`) },
              { text: t("remarks:title") },
            ]}
          />
        }
        title={t("remarks:public.title")}
        kicker={round.title}
        lead={<p>{t("remarks:public.pageLead")}</p>}
        long
      />
      {figures ? <RemarkCounts figures={figures} /> : null}
      {total > 0 || narrowed ? (
        <FilterBar label={t("common:filter")} action={here} submit={t("common:search")} reset={{ href: here, text: t("common:clearFilter") }}>
          <TextField id="q" name="q" type="search" label={t("remarks:filter.q")} hint={t("common:searchHint")} defaultValue={q} />
          <Select
            id="don-vi"
            name="don-vi"
            label={t("remarks:public.unit")}
            placeholder={t("remarks:public.allUnits")}
            choices={units}
            defaultValue={unit}
          />
          {tags.length > 0 ? (
            <Select
              id="nhan"
              name="nhan"
              label={t("remarks:public.tag")}
              placeholder={t("remarks:public.allTags")}
              choices={tags}
              defaultValue={tag}
            />
          ) : null}
        </FilterBar>
      ) : null}
      {items.length === 0 ? (
        <EmptyState title={t(narrowed ? "common:noResults" : "remarks:public.empty")}>
          <p>{t(narrowed ? "common:tryOther" : "remarks:public.emptyLine")}</p>
        </EmptyState>
      ) : (
        <>
          <p className="muted" role="status">
            {t("remarks:public.shown", { count: total })}
          </p>
          <RemarkQuotes items={items} named={unit === undefined} />
          <Pagination
            label={t("common:pages")}
            next={next ? { href: next, text: t("common:more") } : undefined}
            previous={first ? { href: first, text: t("common:first") } : undefined}
          />
          <ButtonRow>
            <ButtonLink look="secondary" icon="download" href={`/api/v1/remarks?round=${round.slug}&format=csv`}>
              {t("remarks:public.download")}
            </ButtonLink>
          </ButtonRow>
        </>
      )}
    </>
  );
}
