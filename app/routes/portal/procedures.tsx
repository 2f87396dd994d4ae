import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Select } from "#app/components/form/select.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { ItemList } from "#app/components/ui/item-list.tsx";
import { countPublic, countPublicBy, listPublic } from "#app/domain/publishing/index.server.ts";
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
  const { db, lang, url } = asAnyone(args);
  const { q, after, filters } = readListQuery(url, ["linh-vuc", "co-quan", "cap"]);
  const filter = { q, field: filters["linh-vuc"], authority: filters["co-quan"], facet: filters.cap };

  const [page, total, fields, authorities, levels] = await Promise.all([
    listPublic(db, "procedure", filter, { after }),
    countPublic(db, "procedure", filter),
    countPublicBy(db, "procedure", "field"),
    countPublicBy(db, "procedure", "authoritySlug"),
    countPublicBy(db, "procedure", "facet"),
  ]);
  const names = new Map((await listPublic(db, "unit", {}, { limit: 100 })).items.map((unit) => [unit.slug, inLanguage(lang, unit.content.name)]));

  return data(
    {
      q,
      filters,
      total,
      items: page.items.map(({ slug, content }) => ({
        slug,
        name: inLanguage(lang, content.name),
        description: content.description && inLanguage(lang, content.description),
        field: inLanguage(lang, content.field),
        unit: inLanguage(lang, content.unit.name),
      })),
      fields: fields.map(({ value, n }) => ({ value, label: `${value} (${n})` })),
      authorities: authorities.map(({ value, n }) => ({ value, label: `${names.get(value) ?? value} (${n})` })),
      levels: levels.map(({ value, n }) => ({ value, label: `${value} (${n})` })),
      next: nextPageHref(url, page.next),
      first: firstPageHref(url),
    },
    { headers: { "Portal-Cache": "public" } },
  );
}

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const { t } = i18nFor(languageOf(location.pathname));
  return pageMeta(location, { title: t("procedures:title"), description: t("procedures:lead") });
};

export default function Procedures() {
  const { q, filters, total, items, fields, authorities, levels, next, first } = useLoaderData<typeof loader>();
  const t = useText();
  const { to } = useLanguage();
  return (
    <ListPage
      title={t("procedures:title")}
      lead={t("procedures:lead")}
      action={to("/thu-tuc")}
      found={t("procedures:found", { count: total })}
      empty={items.length === 0}
      next={next}
      first={first}
      filters={
        <>
          <TextField id="q" name="q" type="search" label={t("procedures:search")} hint={t("common:searchHint")} defaultValue={q} />
          <Select
            id="linh-vuc"
            name="linh-vuc"
            label={t("procedures:field")}
            placeholder={t("procedures:allFields")}
            choices={fields}
            defaultValue={filters["linh-vuc"]}
          />
          <Select
            id="co-quan"
            name="co-quan"
            label={t("procedures:unit")}
            placeholder={t("procedures:allAuthorities")}
            choices={authorities}
            defaultValue={filters["co-quan"]}
          />
          <Select
            id="cap"
            name="cap"
            label={t("procedures:level")}
            placeholder={t("procedures:allLevels")}
            choices={levels}
            defaultValue={filters.cap}
          />
        </>
      }
    >
      <ItemList
        items={items.map((item) => ({
          href: to(`/thu-tuc/${item.slug}`),
          title: item.name,
          summary: item.description,
          meta: [item.field, item.unit],
        }))}
      />
    </ListPage>
  );
}
