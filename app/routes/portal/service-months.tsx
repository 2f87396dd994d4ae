import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countPublic, listPublic } from "#app/domain/publishing/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { firstPageHref, nextPageHref, readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { ListPage } from "./list-page.tsx";
import { MonthItems } from "./service/month-items.tsx";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, url } = asAnyone(args);
  const { after, filters } = readListQuery(url, ["co-quan"]);
  const filter = { authority: filters["co-quan"] };
  const [page, count] = await Promise.all([listPublic(db, "service_month", filter, { after }), countPublic(db, "service_month", filter)]);
  return data(
    { count, items: page.items.map(({ slug, content }) => ({ slug, content })), next: nextPageHref(url, page.next), first: firstPageHref(url) },
    { headers: { "Portal-Cache": "public" } },
  );
}

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const { t } = i18nFor(languageOf(location.pathname));
  return pageMeta(location, { title: t("service:months.title"), description: t("service:months.lead") });
};

export default function ServiceMonths() {
  const { count, items, next, first } = useLoaderData<typeof loader>();
  const { to } = useLanguage();
  const t = useText();
  return (
    <ListPage
      title={t("service:months.title")}
      lead={t("service:months.lead")}
      action={to("/chat-luong-phuc-vu/bo-chi-so-766")}
      found={t("service:months.found", { count })}
      empty={items.length === 0}
      next={next}
      first={first}
    >
      <MonthItems items={items} />
    </ListPage>
  );
}
