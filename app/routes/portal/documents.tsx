import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Select } from "#app/components/form/select.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { ItemList } from "#app/components/ui/item-list.tsx";
import { countPublic, countPublicBy, listPublic } from "#app/domain/publishing/index.server.ts";
import { formatDay } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { firstPageHref, nextPageHref, readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { ListPage } from "./list-page.tsx";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, lang, url, t } = asAnyone(args);
  const { q, after, filters } = readListQuery(url, ["loai", "nam"]);
  const filter = { q, category: filters.loai, facet: filters.nam };
  const [page, total, types, years] = await Promise.all([
    listPublic(db, "document", filter, { after }),
    countPublic(db, "document", filter),
    countPublicBy(db, "document", "category"),
    countPublicBy(db, "document", "facet"),
  ]);
  return data(
    {
      q,
      filters,
      total,
      types: types.map(({ value, n }) => ({ value, label: `${value} (${n})` })),
      years: years.toSorted((a, b) => (a.value < b.value ? 1 : -1)).map(({ value, n }) => ({ value, label: `${value} (${n})` })),
      items: page.items.map(({ slug, content }) => ({
        slug,
        title: [inLanguage(lang, content.type), content.number].filter(Boolean).join(" "),
        subject: inLanguage(lang, content.subject),
        day: content.issuedOn ? formatDay(lang, content.issuedOn) : t("common:noDate"),
        issuer: content.issuer,
      })),
      next: nextPageHref(url, page.next),
      first: firstPageHref(url),
    },
    { headers: { "Portal-Cache": "public" } },
  );
}

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const { t } = i18nFor(languageOf(location.pathname));
  return pageMeta(location, { title: t("content:documents.title"), description: t("content:documents.lead") });
};

export default function Documents() {
  const { q, filters, total, types, years, items, next, first } = useLoaderData<typeof loader>();
  const { to } = useLanguage();
  const t = useText();
  return (
    <ListPage
      title={t("content:documents.title")}
      lead={t("content:documents.lead")}
      action={to("/van-ban")}
      found={t("content:documents.found", { count: total })}
      empty={items.length === 0}
      next={next}
      first={first}
      filters={
        <>
          <TextField id="q" name="q" type="search" label={t("content:documents.search")} hint={t("common:searchHint")} defaultValue={q} />
          <Select
            id="loai"
            name="loai"
            label={t("content:documents.type")}
            placeholder={t("content:documents.allTypes")}
            choices={types}
            defaultValue={filters.loai}
          />
          <Select
            id="nam"
            name="nam"
            label={t("content:documents.year")}
            placeholder={t("content:documents.allYears")}
            choices={years}
            defaultValue={filters.nam}
          />
        </>
      }
    >
      <ItemList
        items={items.map((item) => ({ href: to(`/van-ban/${item.slug}`), title: item.title, summary: item.subject, meta: [item.day, item.issuer] }))}
      />
    </ListPage>
  );
}
