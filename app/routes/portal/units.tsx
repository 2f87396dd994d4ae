import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Select } from "#app/components/form/select.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { ItemList } from "#app/components/ui/item-list.tsx";
import { countPublic, listPublic } from "#app/domain/publishing/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { firstPageHref, nextPageHref, readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { ListPage } from "./list-page.tsx";

export { passCacheHeader as headers } from "../cache-header.ts";

const groups = ["internal", "former", "external"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { db, lang, url } = asAnyone(args);
  const { q, after, filters } = readListQuery(url, ["nhom"]);
  const filter = { q, facet: groups.find((group) => group === filters.nhom) ?? (q || filters.nhom === "tat-ca" ? undefined : "internal") };
  const [page, total] = await Promise.all([listPublic(db, "unit", filter, { after, limit: 40 }), countPublic(db, "unit", filter)]);
  return data(
    {
      q,
      group: filter.facet ?? "tat-ca",
      total,
      items: page.items.map(({ slug, content }) => ({
        slug,
        name: inLanguage(lang, content.name),
        parent: content.parent && inLanguage(lang, content.parent.name),
        inForce: content.inForce,
        responsibility: content.responsibilities[0] && inLanguage(lang, content.responsibilities[0]),
      })),
      next: nextPageHref(url, page.next),
      first: firstPageHref(url),
    },
    { headers: { "Portal-Cache": "public" } },
  );
}

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const { t } = i18nFor(languageOf(location.pathname));
  return pageMeta(location, { title: t("units:title"), description: t("units:lead") });
};

export default function Units() {
  const { q, group, total, items, next, first } = useLoaderData<typeof loader>();
  const { to } = useLanguage();
  const t = useText();
  return (
    <ListPage
      title={t("units:title")}
      lead={t("units:lead")}
      action={to("/don-vi")}
      found={t("units:found", { count: total })}
      empty={items.length === 0}
      next={next}
      first={first}
      filters={
        <>
          <TextField id="q" name="q" type="search" label={t("units:search")} hint={t("common:searchHint")} defaultValue={q} />
          <Select
            id="nhom"
            name="nhom"
            label={t("units:which")}
            choices={[{ value: "tat-ca", label: t("units:all") }, ...groups.map((value) => ({ value, label: t(`units:${value}`) }))]}
            defaultValue={group}
          />
        </>
      }
    >
      <ItemList
        items={items.map((item) => ({
          href: to(`/don-vi/${item.slug}`),
          title: item.name,
          summary: item.responsibility,
          meta: [item.parent && t("units:partOf", { name: item.parent }), item.inForce ? null : t("units:formerly")],
        }))}
      />
    </ListPage>
  );
}
