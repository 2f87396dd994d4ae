import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Select } from "#app/components/form/select.tsx";
import { ItemList } from "#app/components/ui/item-list.tsx";
import { countPublicBy, listPublic } from "#app/domain/publishing/index.server.ts";
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
  const { after, filters } = readListQuery(url, ["nam"]);
  const [page, years] = await Promise.all([listPublic(db, "plan", { facet: filters.nam }, { after }), countPublicBy(db, "plan", "facet")]);
  return data(
    {
      year: filters.nam,
      years: years.map(({ value }) => ({ value, label: value })),
      items: page.items.map(({ slug, content }) => ({
        slug,
        title: inLanguage(lang, content.title),
        issuer: inLanguage(lang, content.issuer.name),
        day: content.issuedOn ? formatDay(lang, content.issuedOn) : String(content.year),
        progress: t("plans:progressWords", {
          done: String(content.tasks.filter((task) => task.state === "done").length),
          total: String(content.tasks.length),
        }),
      })),
      next: nextPageHref(url, page.next),
      first: firstPageHref(url),
    },
    { headers: { "Portal-Cache": "public" } },
  );
}

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const { t } = i18nFor(languageOf(location.pathname));
  return pageMeta(location, { title: t("plans:title"), description: t("plans:lead") });
};

export default function Plans() {
  const { year, years, items, next, first } = useLoaderData<typeof loader>();
  const { to } = useLanguage();
  const t = useText();
  return (
    <ListPage
      title={t("plans:title")}
      lead={t("plans:lead")}
      action={to("/ke-hoach")}
      found={t("plans:found", { count: items.length })}
      empty={items.length === 0}
      next={next}
      first={first}
      filters={<Select id="nam" name="nam" label={t("plans:year")} placeholder={t("plans:allYears")} choices={years} defaultValue={year} />}
    >
      <ItemList
        items={items.map((item) => ({
          href: to(`/ke-hoach/${item.slug}`),
          title: item.title,
          summary: item.progress,
          meta: [item.day, item.issuer],
        }))}
      />
    </ListPage>
  );
}
