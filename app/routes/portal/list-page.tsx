import type { ReactNode } from "react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { FilterBar } from "#app/components/ui/filter-bar.tsx";
import { Pagination } from "#app/components/ui/pagination.tsx";
import { useText } from "#app/i18n/use-text.ts";

export type ListPageProps = {
  title: string;
  lead?: string;
  /** Address of the list without filters. */
  action: string;
  /** Fields of the filter form. */
  filters?: ReactNode;
  /** Between filters and list: figures, a feed's address. */
  above?: ReactNode;
  /** “20 thủ tục”. */
  found: string;
  empty: boolean;
  next?: string | undefined;
  first?: string | undefined;
  children: ReactNode;
};

/** Every public list: what it is, filters as GET parameters, how many, the list, the next page. */
export function ListPage({ title, lead, action, filters, above, found, empty, next, first, children }: ListPageProps) {
  const t = useText();
  return (
    <>
      <PageHeader title={title} lead={lead ? <p>{lead}</p> : undefined} />
      {filters ? (
        <FilterBar label={t("common:filter")} action={action} submit={t("common:search")} reset={{ href: action, text: t("common:clearFilter") }}>
          {filters}
        </FilterBar>
      ) : null}
      {above}
      {empty ? (
        <EmptyState title={t("common:noResults")}>
          <p>{t("common:tryOther")}</p>
        </EmptyState>
      ) : (
        <>
          <p className="muted" role="status">
            {found}
          </p>
          {children}
          <Pagination
            label={t("common:pages")}
            next={next ? { href: next, text: t("common:more") } : undefined}
            previous={first ? { href: first, text: t("common:first") } : undefined}
          />
        </>
      )}
    </>
  );
}
