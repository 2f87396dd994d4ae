import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Select } from "#app/components/form/select.tsx";
import { countPublic, countPublicBy, listPublic } from "#app/domain/publishing/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { firstPageHref, nextPageHref, readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { ListPage } from "./list-page.tsx";
import { quarterWords } from "./service/period-words.ts";
import { ScoreSheetItems } from "./service/score-sheet-items.tsx";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, url } = asAnyone(args);
  const { after, filters } = readListQuery(url, ["quy", "co-quan"]);
  const filter = { facet: filters.quy, authority: filters["co-quan"] };
  const [page, quarters, count] = await Promise.all([
    listPublic(db, "score_sheet", filter, { after }),
    countPublicBy(db, "score_sheet", "facet"),
    countPublic(db, "score_sheet", filter),
  ]);
  return data(
    {
      quarter: filters.quy,
      quarters: quarters
        .map(({ value }) => value)
        .sort()
        .reverse(),
      count,
      items: page.items.map(({ slug, content }) => ({ slug, content })),
      next: nextPageHref(url, page.next),
      first: firstPageHref(url),
    },
    { headers: { "Portal-Cache": "public" } },
  );
}

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const { t } = i18nFor(languageOf(location.pathname));
  return pageMeta(location, { title: t("service:sheets.title"), description: t("service:sheets.lead") });
};

export default function ScoreSheets() {
  const { quarter, quarters, count, items, next, first } = useLoaderData<typeof loader>();
  const { to } = useLanguage();
  const t = useText();
  return (
    <ListPage
      title={t("service:sheets.title")}
      lead={t("service:sheets.lead")}
      action={to("/chat-luong-phuc-vu/mot-cua")}
      found={t("service:sheets.found", { count })}
      empty={items.length === 0}
      next={next}
      first={first}
      filters={
        <Select
          id="quy"
          name="quy"
          label={t("service:chooseQuarter")}
          placeholder={t("service:allQuarters")}
          choices={quarters.map((value) => ({ value, label: quarterWords(t, value) }))}
          defaultValue={quarter}
        />
      }
    >
      <ScoreSheetItems items={items} />
    </ListPage>
  );
}
