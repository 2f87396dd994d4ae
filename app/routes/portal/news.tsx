import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Select } from "#app/components/form/select.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { ItemList } from "#app/components/ui/item-list.tsx";
import { audiences } from "#app/domain/content/vocabulary.ts";
import { findTopic } from "#app/domain/messages/index.server.ts";
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
import { SubscribeBox } from "./subscription/subscribe-form.tsx";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, lang, url } = asAnyone(args);
  const { q, after, filters } = readListQuery(url, ["chuyen-muc", "danh-cho", "don-vi"]);
  const filter = { q, category: filters["chuyen-muc"], audience: filters["danh-cho"], unit: filters["don-vi"] };
  const [page, total, categories] = await Promise.all([
    listPublic(db, "news", filter, { after }),
    countPublic(db, "news", filter),
    countPublicBy(db, "news", "category"),
  ]);
  const named = await Promise.all(
    categories.map(async ({ value, n }) => {
      const [sample] = (await listPublic(db, "news", { category: value }, { limit: 1 })).items;
      return { value, label: `${sample ? inLanguage(lang, sample.content.category.name) : value} (${n})` };
    }),
  );
  return data(
    {
      q,
      filters,
      total,
      categories: named,
      section: filters["chuyen-muc"] ? ((await findTopic(db, "news", filters["chuyen-muc"])) ?? null) : null,
      items: page.items.map(({ slug, content }) => ({
        slug,
        title: inLanguage(lang, content.title),
        summary: inLanguage(lang, content.summary),
        day: formatDay(lang, content.publishedOn),
        category: inLanguage(lang, content.category.name),
        unit: content.unit && inLanguage(lang, content.unit.name),
      })),
      next: nextPageHref(url, page.next),
      first: firstPageHref(url),
    },
    { headers: { "Portal-Cache": "public" } },
  );
}

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const { t } = i18nFor(languageOf(location.pathname));
  return [
    ...pageMeta(location, { title: t("content:news.title"), description: t("content:news.lead") }),
    { tagName: "link", rel: "alternate", type: "application/rss+xml", href: "/tin-tuc.xml", title: t("content:news.title") },
  ];
};

export default function News() {
  const { q, filters, total, categories, section, items, next, first } = useLoaderData<typeof loader>();
  const { lang, to } = useLanguage();
  const t = useText();
  return (
    <ListPage
      title={t("content:news.title")}
      lead={t("content:news.lead")}
      action={to("/tin-tuc")}
      found={t("content:news.found", { count: total })}
      empty={items.length === 0}
      next={next}
      first={first}
      above={
        <p className="small">
          <a href={to("/tin-tuc.xml")}>{t("content:news.feed")}</a> · <a href={to("/nhan-thu")}>{t("messages:subscribe.title")}</a>
        </p>
      }
      filters={
        <>
          <TextField id="q" name="q" type="search" label={t("content:news.search")} hint={t("common:searchHint")} defaultValue={q} />
          <Select
            id="chuyen-muc"
            name="chuyen-muc"
            label={t("content:news.category")}
            placeholder={t("content:news.allCategories")}
            choices={categories}
            defaultValue={filters["chuyen-muc"]}
          />
          <Select
            id="danh-cho"
            name="danh-cho"
            label={t("content:news.audience")}
            placeholder={t("content:news.allAudiences")}
            choices={audiences.filter((one) => one !== "both").map((value) => ({ value, label: t(`words:audience.${value}`) }))}
            defaultValue={filters["danh-cho"]}
          />
        </>
      }
    >
      <ItemList
        items={items.map((item) => ({
          href: to(`/tin-tuc/${item.slug}`),
          title: item.title,
          summary: item.summary,
          meta: [item.day, item.category, item.unit],
        }))}
      />
      {section?.name ? <SubscribeBox topic="news" slug={section.slug} name={inLanguage(lang, section.name)} /> : null}
    </ListPage>
  );
}
