import type { Choice } from "#app/components/form/select.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Pagination } from "#app/components/ui/pagination.tsx";
import { Tabs } from "#app/components/ui/tabs.tsx";
import type { BulkAct, OfficeAct, WorkList } from "#app/domain/feedback/vocabulary.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { CaseRows } from "../case/case-rows.tsx";
import type { CaseRow } from "../case/to-case-row.ts";
import { workListPath } from "../work-lists.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { BulkResult } from "./bulk-outcome.tsx";
import type { BulkMistake, BulkOutcome } from "./do-in-bulk.server.ts";
import { KeysHelp } from "./keys-help.tsx";
import { ListFilters } from "./list-filters.tsx";
import type { ListView } from "./read-list-filter.ts";
import { useListKeys } from "./use-list-keys.ts";

type ListPageProps = {
  view: ListView;
  narrowed: boolean;
  tabs: { name: WorkList; count: string }[];
  rows: CaseRow[];
  units: Choice[];
  bulk: { may: BulkAct[]; units: Choice[]; handlers: Choice[] };
  keys: boolean;
  mayEnter: boolean;
  done: OfficeAct | null;
  next: string | undefined;
  first: string | undefined;
  outcome: BulkOutcome | null;
  mistake: BulkMistake | null;
};

/** A list of work: tabs with counts, filters, rows to choose and open, acts on what is chosen. */
export function ListPage({ view, narrowed, tabs, rows, units, bulk, keys, mayEnter, done, next, first, outcome, mistake }: ListPageProps) {
  const t = useText();
  const { to } = useLanguage();
  useListKeys(keys);
  const { list } = view;
  const here = list ? to(workListPath(list)) : to("/can-bo/ho-so");
  const many = bulk.may.length > 0 && rows.length > 0;
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
        {done && !outcome && !mistake ? (
          <Notice tone="ok" live>
            {t(`casework:done.${done}`)}
          </Notice>
        ) : null}
        <BulkResult outcome={outcome} mistake={mistake} />
        <Tabs
          label={t("casework:list.tabs")}
          items={[
            ...tabs.map(({ name, count }) => ({ href: to(workListPath(name)), text: t(`office:list.${name}`), count, current: name === list })),
            { href: to("/can-bo/ho-so"), text: t("casework:list.all"), current: list === null },
          ]}
        />
        <Disclosure key={here} summary={t("casework:list.narrow")} open={narrowed || undefined}>
          <ListFilters view={view} units={units} here={here} />
        </Disclosure>
        {rows.length === 0 ? (
          <EmptyState title={t("casework:list.empty")} icon="check">
            <p>{t("casework:list.emptyLine")}</p>
          </EmptyState>
        ) : (
          <CaseRows rows={rows} pick={many} />
        )}
        <Pagination
          label={t("common:pages")}
          next={next ? { href: next, text: t("common:more") } : undefined}
          previous={first ? { href: first, text: t("common:first") } : undefined}
        />
        {many ? <BulkBar {...bulk} mistake={mistake} /> : null}
        <KeysHelp on={keys} />
      </div>
    </>
  );
}
