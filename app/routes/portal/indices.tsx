import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ItemList } from "#app/components/ui/item-list.tsx";
import { listPublic } from "#app/domain/publishing/index.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { ListPage } from "./list-page.tsx";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, lang, t } = asAnyone(args);
  const { items } = await listPublic(db, "index", {}, { limit: 50 });
  return data(
    {
      items: items.map(({ slug, content }) => {
        const latest = content.values.filter((value) => value.value !== null).at(-1);
        return {
          slug,
          name: inLanguage(lang, content.name),
          description: content.description && inLanguage(lang, content.description),
          publisher: content.publisher && t("indices:publisher", { name: inLanguage(lang, content.publisher) }),
          latest:
            latest?.value == null
              ? t("indices:noValues")
              : t("indices:summary", {
                  year: String(latest.year),
                  value: [formatNumber(lang, latest.value, 2), latest.unit].filter(Boolean).join(" "),
                }),
        };
      }),
    },
    { headers: { "Portal-Cache": "public" } },
  );
}

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const { t } = i18nFor(languageOf(location.pathname));
  return pageMeta(location, { title: t("indices:title"), description: t("indices:lead") });
};

export default function Indices() {
  const { items } = useLoaderData<typeof loader>();
  const { to } = useLanguage();
  const t = useText();
  return (
    <ListPage
      title={t("indices:title")}
      lead={t("indices:lead")}
      action={to("/chi-so")}
      found={t("indices:found", { count: items.length })}
      empty={items.length === 0}
    >
      <ItemList
        items={items.map((item) => ({
          href: to(`/chi-so/${item.slug}`),
          title: item.name,
          summary: item.description,
          meta: [item.publisher, item.latest],
        }))}
      />
    </ListPage>
  );
}
