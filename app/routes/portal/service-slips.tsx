import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Select } from "#app/components/form/select.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { FilterBar } from "#app/components/ui/filter-bar.tsx";
import { threeLevelFigures } from "#app/domain/service-quality/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { LevelChart } from "./service/level-chart.tsx";
import { quarterWords } from "./service/period-words.ts";
import { ServiceCrumbs } from "./service/service-crumbs.tsx";

/** Not kept in the page cache: a slip that was just sent is in these figures. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, url, today } = asAnyone(args);
  const { filters } = readListQuery(url, ["quy", "co-quan"]);
  const all = await threeLevelFigures(db, today);
  const quarters = [...new Set(all.flatMap(({ lines }) => lines.map(({ quarter }) => quarter)))].sort().reverse();
  const quarter = quarters.find((one) => one === filters.quy) ?? quarters[0] ?? null;
  return {
    quarters,
    quarter,
    authorities: all.map(({ authority }) => authority),
    chosen: filters["co-quan"],
    shown: all
      .filter(({ authority }) => !filters["co-quan"] || authority.slug === filters["co-quan"])
      .map(({ authority, lines }) => ({ authority, lines: lines.filter((line) => line.quarter === quarter) }))
      .filter(({ lines }) => lines.length > 0),
  };
}

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const { t } = i18nFor(languageOf(location.pathname));
  return pageMeta(location, { title: t("service:slips.title"), description: t("service:slips.lead") });
};

export default function ServiceSlips() {
  const { quarters, quarter, authorities, chosen, shown } = useLoaderData<typeof loader>();
  const { lang, to } = useLanguage();
  const t = useText();
  const here = to("/chat-luong-phuc-vu/phieu-ba-muc");
  return (
    <>
      <PageHeader
        title={t("service:slips.title")}
        lead={<p>{t("service:slips.lead")}</p>}
        before={<ServiceCrumbs items={[{ text: t("service:slips.title") }]} />}
      />
      <p>{t("service:apart")}</p>
      {quarter === null ? (
        <EmptyState title={t("service:slips.none")} icon="info">
          <p>{t("service:slips.noneLine")}</p>
        </EmptyState>
      ) : (
        <>
          <FilterBar label={t("common:filter")} action={here} submit={t("common:search")} reset={{ href: here, text: t("common:clearFilter") }}>
            <Select
              id="quy"
              name="quy"
              label={t("service:chooseQuarter")}
              choices={quarters.map((one) => ({ value: one, label: quarterWords(t, one) }))}
              defaultValue={quarter}
            />
            <Select
              id="co-quan"
              name="co-quan"
              label={t("service:authority")}
              placeholder={t("service:allAuthorities")}
              choices={authorities.map(({ slug, name }) => ({ value: slug, label: inLanguage(lang, name) }))}
              defaultValue={chosen}
            />
          </FilterBar>
          {shown.map(({ authority, lines }) => (
            <Section key={authority.slug} id={`co-quan-${authority.slug}`} title={inLanguage(lang, authority.name)}>
              <LevelChart id={`muc-${authority.slug}`} authority={inLanguage(lang, authority.name)} quarter={quarter} lines={lines} />
            </Section>
          ))}
          {shown.length === 0 ? <EmptyState title={t("common:noResults")} /> : null}
        </>
      )}
    </>
  );
}
