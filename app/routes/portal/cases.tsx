import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Select } from "#app/components/form/select.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { FilterBar } from "#app/components/ui/filter-bar.tsx";
import { Pagination } from "#app/components/ui/pagination.tsx";
import { plusDays } from "#app/domain/calendar/civil-day.ts";
import { caseStatistics } from "#app/domain/feedback/index.server.ts";
import { countPublic, countPublicBy, findListWords, findPublicBySlugs, listPublic, rankedMost } from "#app/domain/publishing/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { firstPageHref, nextPageHref, readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { AnsweredCase } from "./feedback/answered-case.tsx";
import { FeedbackFigures } from "./feedback/public-figures.tsx";
import { fieldWord, kindWord, toAnswered } from "./feedback/to-answered.ts";

export { passCacheHeader as headers } from "../cache-header.ts";

const timings = ["on_time", "late"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { db, lang, url, today, t } = asAnyone(args);
  const { q, after, filters } = readListQuery(url, ["linh-vuc", "don-vi", "co-quan", "loai", "dung-han"]);
  const timing = timings.find((one) => one === filters["dung-han"]);
  const filter = { q, field: filters["linh-vuc"], unit: filters["don-vi"], authority: filters["co-quan"], category: filters.loai, facet: timing };
  // Whole days that are over, so that the figures stay true for as long as the page is kept.
  const period = { from: plusDays(today, -365), to: plusDays(today, -1) };

  const narrowed = Boolean(q ?? timing ?? filter.field ?? filter.unit ?? filter.authority ?? filter.category) || url.searchParams.has("sau");

  const words = await findListWords(db, "case", filter);
  const [page, total, fields, kinds, units, authorities, figures] = await Promise.all([
    listPublic(db, "case", filter, { after, words }),
    countPublic(db, "case", filter, { atMost: rankedMost, words }),
    countPublicBy(db, "case", "field"),
    countPublicBy(db, "case", "category"),
    countPublicBy(db, "case", "unitSlug"),
    countPublicBy(db, "case", "authoritySlug"),
    narrowed ? null : caseStatistics(db, period, today),
  ]);
  const named = await findPublicBySlugs(
    db,
    "unit",
    [...units, ...authorities].map(({ value }) => value),
  );
  const names = new Map(named.map((unit) => [unit.slug, inLanguage(lang, unit.content.name)]));
  const choice = (wordOf: (value: string) => string) => (one: { value: string; n: number }) => ({
    value: one.value,
    label: `${wordOf(one.value)} (${one.n})`,
  });

  return data(
    {
      q,
      filters,
      timing,
      total,
      // With words more are not counted than are put in order.
      more: q !== undefined && total > rankedMost,
      items: page.items.map(({ content }) => toAnswered(t, lang, content)),
      fields: fields.map(choice((value) => fieldWord(t, value))),
      kinds: kinds.map(choice((value) => kindWord(t, value))),
      units: units.map(choice((value) => names.get(value) ?? value)),
      authorities: authorities.map(choice((value) => names.get(value) ?? value)),
      figures: figures && { ...period, ...figures },
      next: nextPageHref(url, page.next),
      first: firstPageHref(url),
    },
    { headers: { "Portal-Cache": "public" } },
  );
}

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const lang = languageOf(location.pathname);
  const { t } = i18nFor(lang);
  const feed = {
    tagName: "link",
    rel: "alternate",
    type: "application/atom+xml",
    title: t("feedback:feed.title"),
    href: lang === "vi" ? "/phan-anh.xml" : "/en/phan-anh.xml",
  };
  return [...pageMeta(location, { title: t("feedback:list.title"), description: t("feedback:list.lead") }), feed];
};

export default function Cases() {
  const { q, filters, timing, total, more, items, fields, kinds, units, authorities, figures, next, first } = useLoaderData<typeof loader>();
  const t = useText();
  const { to } = useLanguage();
  return (
    <>
      <PageHeader
        title={t("feedback:list.title")}
        lead={<p>{t("feedback:list.lead")}</p>}
        actions={
          <>
            <ButtonLink href={to("/phan-anh/gui")}>{t("feedback:list.send")}</ButtonLink>
            <ButtonLink look="secondary" href={to("/phan-anh/tra-cuu")}>
              {t("feedback:list.track")}
            </ButtonLink>
          </>
        }
      />
      {figures ? (
        <Section id="so-lieu" title={t("feedback:list.figures")} more={{ href: to("/minh-bach"), text: t("feedback:list.how") }}>
          <FeedbackFigures {...figures} />
        </Section>
      ) : null}
      <div className="section stack">
        <FilterBar
          label={t("common:filter")}
          action={to("/phan-anh")}
          submit={t("common:search")}
          reset={{ href: to("/phan-anh"), text: t("common:clearFilter") }}
        >
          <TextField id="q" name="q" type="search" label={t("feedback:list.search")} hint={t("common:searchHint")} defaultValue={q} />
          <Select
            id="loai"
            name="loai"
            label={t("feedback:list.kind")}
            placeholder={t("feedback:list.anyKind")}
            choices={kinds}
            defaultValue={filters.loai}
          />
          <Select
            id="linh-vuc"
            name="linh-vuc"
            label={t("feedback:list.field")}
            placeholder={t("feedback:list.anyField")}
            choices={fields}
            defaultValue={filters["linh-vuc"]}
          />
          <Select
            id="co-quan"
            name="co-quan"
            label={t("feedback:list.authority")}
            placeholder={t("feedback:list.anyAuthority")}
            choices={authorities}
            defaultValue={filters["co-quan"]}
          />
          <Select
            id="don-vi"
            name="don-vi"
            label={t("feedback:list.unit")}
            placeholder={t("feedback:list.anyUnit")}
            choices={units}
            defaultValue={filters["don-vi"]}
          />
          <Select
            id="dung-han"
            name="dung-han"
            label={t("feedback:list.timing")}
            placeholder={t("feedback:list.anyTiming")}
            choices={[
              { value: "on_time", label: t("feedback:list.onlyOnTime") },
              { value: "late", label: t("feedback:list.onlyLate") },
            ]}
            defaultValue={timing}
          />
        </FilterBar>
        {items.length === 0 ? (
          <EmptyState title={t("feedback:list.empty")}>
            <p>{t("common:tryOther")}</p>
          </EmptyState>
        ) : (
          <>
            <p className="muted" role="status">
              {more ? t("feedback:list.foundMore", { most: String(total - 1) }) : t("feedback:list.found", { count: total })}
            </p>
            {items.map((item) => (
              <AnsweredCase key={item.code} {...item} level={2} />
            ))}
            <Pagination
              label={t("common:pages")}
              next={next ? { href: next, text: t("common:more") } : undefined}
              previous={first ? { href: first, text: t("common:first") } : undefined}
            />
          </>
        )}
        <p>
          <a href={to("/phan-anh.xml")}>{t("feedback:list.feed")}</a>
        </p>
      </div>
    </>
  );
}
