import { useLocation } from "@remix-run/react";
import type { ComponentProps } from "react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Pagination } from "#app/components/ui/pagination.tsx";
import { Tabs } from "#app/components/ui/tabs.tsx";
import type { OfficeRemark } from "#app/domain/remarks/index.server.ts";
import type { RemarkStanding } from "#app/domain/remarks/vocabulary.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { BulkForm } from "./bulk-form.tsx";
import type { Told } from "./do-act.server.ts";
import type { DoneWord } from "./done-words.ts";
import type { GivenFilter } from "./read-remarks-filter.ts";
import { RemarkCard } from "./remark-card.tsx";
import { RemarkFilters } from "./remark-filters.tsx";
import { TagsSection } from "./tags-section.tsx";
import type { ShownCount } from "./to-counts.server.ts";

type Tags = ComponentProps<typeof TagsSection>;

type Props = {
  round: { slug: string; title: string; closed: boolean };
  readsAll: boolean;
  approves: boolean;
  items: readonly OfficeRemark[];
  given: GivenFilter;
  standings: readonly RemarkStanding[];
  counts: { all: ShownCount; byStanding: readonly (ShownCount & { standing: RemarkStanding })[] };
  tagCounts: Tags["counts"];
  tags: Tags["tags"];
  units: Tags["units"];
  questions: readonly { value: string; label: string }[];
  /** The authority's own contacts, which the detector passes over. */
  allowed: readonly string[];
  done: DoneWord | null;
  next: string | undefined;
  first: string | undefined;
  told: Told | null;
};

/** Open answers of a round: to read and sort for who reads answers, to decide on for who approves. */
export function RemarksPage(props: Props) {
  const { round, readsAll, approves, items, given, counts, tags, units, questions, allowed, done, next, first, told } = props;
  const { to } = useLanguage();
  const t = useText();
  const { pathname } = useLocation();
  const narrowed = Object.keys(given).length > 0;
  const shown = ({ text, over }: ShownCount) => (over ? t("remarks:over", { n: text }) : text);
  const standingHref = (standing?: RemarkStanding) => {
    const parameters = new URLSearchParams({
      ...(given.q ? { q: given.q } : {}),
      ...(given.question ? { cau: given.question } : {}),
      ...(given.unit ? { "don-vi": given.unit } : {}),
      ...(given.tag ? { nhan: given.tag } : {}),
      ...(standing ? { "trang-thai": standing } : {}),
    });
    return parameters.size > 0 ? `${pathname}?${parameters}` : pathname;
  };
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            label={t("common:breadcrumbs")}
            items={[
              { text: t("surveys:office.title"), href: to("/can-bo/khao-sat") },
              { text: round.title, href: to(`/can-bo/khao-sat/${round.slug}`) },
              { text: t("remarks:title") },
            ]}
          />
        }
        title={t("remarks:title")}
        lead={<p>{t(readsAll ? "remarks:lead" : "remarks:leadApprover")}</p>}
      />
      {told ? (
        <Notice tone="bad" live>
          {told.problem}
        </Notice>
      ) : done ? (
        <Notice tone="ok" live>
          {t(`remarks:done.${done}`)}
        </Notice>
      ) : null}
      {readsAll && !round.closed ? <Notice tone="info">{t("remarks:propose.waitsForClose")}</Notice> : null}
      <Tabs
        label={t("remarks:filter.standing")}
        items={[
          ...(readsAll ? [{ href: standingHref(), text: t("remarks:all"), count: shown(counts.all), current: !given.standing }] : []),
          ...counts.byStanding.map((one) => ({
            href: standingHref(one.standing),
            text: t(`remarks:standing.${one.standing}`),
            count: shown(one),
            current: given.standing === one.standing,
          })),
        ]}
      />
      <RemarkFilters given={given} tags={tags} units={units} questions={questions} here={pathname} />
      {items.length === 0 ? (
        narrowed ? (
          <EmptyState title={t("remarks:noneFound")}>
            <p>{t("remarks:noneFoundLine")}</p>
          </EmptyState>
        ) : (
          <EmptyState title={t("remarks:none")} />
        )
      ) : null}
      {readsAll && items.length > 0 ? <BulkForm tags={tags} /> : null}
      <div className="stack mt-6">
        {items.map((item, index) => (
          <RemarkCard
            key={`${item.id} ${item.revision}`}
            item={item}
            place={index + 1}
            readsAll={readsAll}
            approves={approves}
            closed={round.closed}
            allowed={allowed}
            typed={told?.id === item.id ? told.typed : undefined}
          />
        ))}
      </div>
      <Pagination
        label={t("remarks:title")}
        previous={first ? { href: first, text: t("remarks:public.first") } : undefined}
        next={next ? { href: next, text: t("remarks:public.more") } : undefined}
      />
      {readsAll ? (
        <TagsSection tags={tags} counts={props.tagCounts} units={units} here={pathname} typed={told && !told.id ? told.typed : undefined} />
      ) : null}
    </>
  );
}
