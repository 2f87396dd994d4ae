import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Checkbox } from "#app/components/form/checkbox.tsx";
import { Select } from "#app/components/form/select.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { FilterBar } from "#app/components/ui/filter-bar.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Pagination } from "#app/components/ui/pagination.tsx";
import { Tabs } from "#app/components/ui/tabs.tsx";
import { countWork, listWork } from "#app/domain/feedback/index.server.ts";
import { caseKinds, caseStates } from "#app/domain/feedback/vocabulary.ts";
import { listUnitsInForce } from "#app/domain/units/index.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial } from "#app/platform/guards.server.ts";
import { firstPageHref, nextPageHref, readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { actNamed } from "./case/act-named.ts";
import { CaseRows } from "./case/case-rows.tsx";
import { toCaseRow } from "./case/to-case-row.ts";
import { workListParameter, workListPath, workListsFor } from "./work-lists.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, official, today, lang, t, url } = await asOfficial(args, "cases.read");
  const { q, after, filters } = readListQuery(url, [workListParameter, "trang-thai", "loai", "don-vi", "cua-toi", "qua-han", "xong"]);
  const lists = workListsFor(official.may);
  const list = lists.find((one) => one === filters[workListParameter]);
  const units = await listUnitsInForce(db, today, { internal: true });
  const filter = {
    q,
    list,
    state: caseStates.find((state) => state === filters["trang-thai"]),
    kind: caseKinds.find((kind) => kind === filters.loai),
    unit: units.find((unit) => unit.slug === filters["don-vi"])?.id,
    mine: filters["cua-toi"] === "on",
    overdue: filters["qua-han"] === "on",
  };
  const [page, counts] = await Promise.all([listWork(db, official, filter, { today, after }), countWork(db, official, today)]);

  return {
    q,
    list: list ?? null,
    filters,
    filter,
    tabs: lists.map((name) => ({ name, count: formatNumber(lang, counts[name]) })),
    rows: page.items.map((item) => toCaseRow(t, lang, item)),
    units: units.map((unit) => ({ value: unit.slug, label: inLanguage(lang, { vi: unit.nameVi, en: unit.nameEn }) })),
    mayEnter: official.may.includes("cases.enter"),
    narrowed: Boolean(q ?? filter.state ?? filter.kind ?? filter.unit) || filter.mine || filter.overdue,
    done: actNamed(filters.xong) ?? null,
    next: nextPageHref(url, page.next),
    first: firstPageHref(url),
  };
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("casework:list.title"), robots: "noindex" });

export default function Cases() {
  const { q, list, filters, filter, tabs, rows, units, mayEnter, narrowed, done, next, first } = useLoaderData<typeof loader>();
  const t = useText();
  const { to } = useLanguage();
  const here = list ? to(workListPath(list)) : to("/can-bo/ho-so");
  return (
    <>
      <PageHeader
        title={list ? t(`office:list.${list}`) : t("casework:list.title")}
        lead={<p>{t("casework:list.lead")}</p>}
        actions={
          mayEnter ? (
            <ButtonLink look="secondary" icon="pencil" href={to("/can-bo/ho-so/nhap")}>
              {t("casework:list.enter")}
            </ButtonLink>
          ) : undefined
        }
      />
      <div className="stack">
        {done ? (
          <Notice tone="ok" live>
            {t(`casework:done.${done}`)}
          </Notice>
        ) : null}
        <Tabs
          label={t("casework:list.tabs")}
          items={[
            ...tabs.map(({ name, count }) => ({ href: to(workListPath(name)), text: t(`office:list.${name}`), count, current: name === list })),
            { href: to("/can-bo/ho-so"), text: t("casework:list.all"), current: list === null },
          ]}
        />
        <Disclosure key={here} summary={t("casework:list.narrow")} open={narrowed || undefined}>
          <FilterBar
            label={t("common:filter")}
            action={to("/can-bo/ho-so")}
            submit={t("common:filter")}
            reset={{ href: here, text: t("common:clearFilter") }}
          >
            {list ? <input type="hidden" name={workListParameter} value={list} /> : null}
            <TextField id="q" name="q" type="search" label={t("casework:list.q")} defaultValue={q} />
            {list ? null : (
              <Select
                id="trang-thai"
                name="trang-thai"
                label={t("casework:list.state")}
                placeholder={t("casework:list.anyState")}
                choices={caseStates
                  .filter((state) => state !== "CHUYEN_MAT")
                  .map((state) => ({ value: state, label: t(`words:caseState.${state}`) }))}
                defaultValue={filter.state}
              />
            )}
            <Select
              id="loai"
              name="loai"
              label={t("casework:list.kind")}
              placeholder={t("casework:list.anyKind")}
              choices={caseKinds.map((kind) => ({ value: kind, label: t(`words:caseKind.${kind}`) }))}
              defaultValue={filter.kind}
            />
            <Select
              id="don-vi"
              name="don-vi"
              label={t("casework:list.unit")}
              placeholder={t("casework:list.anyUnit")}
              choices={units}
              defaultValue={filters["don-vi"]}
            />
            <Checkbox id="cua-toi" name="cua-toi" label={t("casework:list.mine")} defaultChecked={filter.mine} />
            <Checkbox id="qua-han" name="qua-han" label={t("casework:list.overdue")} defaultChecked={filter.overdue} />
          </FilterBar>
        </Disclosure>
        {rows.length === 0 ? (
          <EmptyState title={t("casework:list.empty")} icon="check">
            <p>{t("casework:list.emptyLine")}</p>
          </EmptyState>
        ) : (
          <CaseRows rows={rows} />
        )}
        <Pagination
          label={t("common:pages")}
          next={next ? { href: next, text: t("common:more") } : undefined}
          previous={first ? { href: first, text: t("common:first") } : undefined}
        />
      </div>
    </>
  );
}
