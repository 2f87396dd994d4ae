import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DateField } from "#app/components/form/date-field.tsx";
import { Select } from "#app/components/form/select.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { FilterBar } from "#app/components/ui/filter-bar.tsx";
import { Pagination } from "#app/components/ui/pagination.tsx";
import { findChainHead, listEvents, mayReadTrace, verifyChain } from "#app/domain/audit/index.server.ts";
import { auditSubjects } from "#app/domain/audit/vocabulary.ts";
import { isCivilDay } from "#app/domain/calendar/civil-day.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial, forbidden } from "#app/platform/guards.server.ts";
import { firstPageHref, nextPageHref, readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { ChainState } from "./audit/chain-state.tsx";
import { EventTable } from "./audit/event-table.tsx";
import { reasonOf, toEventLine } from "./audit/to-event-line.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, official, lang, t, url } = await asOfficial(args, "audit.read");
  if (!mayReadTrace(official)) throw forbidden();
  const { after, filters } = readListQuery(url, ["doi-tuong", "ma", "nguoi", "tu", "den"]);
  const subject = auditSubjects.find((one) => one === filters["doi-tuong"]);
  const [from, to] = [filters.tu, filters.den].map((day) => (day && isCivilDay(day) ? day : undefined));
  const officialId = z.uuid().safeParse(filters.nguoi).data;
  const before = /^\d{1,15}$/.test(after ?? "") ? Number(after) : undefined;
  const [page, head] = await Promise.all([
    listEvents(db, official, { subject, subjectId: filters.ma, officialId, from, to }, { before }),
    findChainHead(db),
  ]);
  return {
    filters: { subject, code: filters.ma, officialId, from, to },
    head: { events: formatNumber(lang, head.events), hash: head.hash },
    events: page.items.map((event) => toEventLine(t, lang, event)),
    next: nextPageHref(url, page.next === null ? null : String(page.next)),
    first: firstPageHref(url),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db, official, lang, t } = await asOfficial(args, "audit.read");
  if (!mayReadTrace(official)) throw forbidden();
  const report = await verifyChain(db);
  return data(
    report.sound
      ? { sound: true, sentence: t("office:audit.sound", { count: report.events, n: formatNumber(lang, report.events) }), reason: null }
      : { sound: false, sentence: t("office:audit.broken", { seq: String(report.brokenAt) }), reason: reasonOf(t, report.reason) },
  );
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("office:audit.title"), robots: "noindex" });

export default function Audit() {
  const { filters, head, events, next, first } = useLoaderData<typeof loader>();
  const report = useActionData<typeof action>();
  const t = useText();
  const { to } = useLanguage();
  const here = to("/can-bo/nhat-ky");
  return (
    <>
      <PageHeader title={t("office:audit.title")} lead={<p>{t("office:audit.lead")}</p>} />
      <ChainState head={head} report={report} />
      <div className="stack mt-6">
        <FilterBar label={t("office:audit.filters")} action={here} submit={t("filter")} reset={{ href: here, text: t("clearFilter") }}>
          <Select
            id="doi-tuong"
            name="doi-tuong"
            label={t("office:audit.subject")}
            placeholder={t("office:audit.anySubject")}
            choices={auditSubjects.map((one) => ({ value: one, label: t(`office:audit.subjects.${one}`) }))}
            defaultValue={filters.subject}
          />
          <TextField id="ma" name="ma" label={t("office:audit.code")} defaultValue={filters.code} />
          {filters.officialId ? <input type="hidden" name="nguoi" value={filters.officialId} /> : null}
          <DateField id="tu" name="tu" label={t("office:audit.from")} defaultValue={filters.from} />
          <DateField id="den" name="den" label={t("office:audit.to")} defaultValue={filters.to} />
        </FilterBar>
        {events.length === 0 ? (
          <EmptyState title={t("office:audit.empty")}>
            <p>{t("tryOther")}</p>
          </EmptyState>
        ) : (
          <EventTable events={events} />
        )}
      </div>
      <Pagination
        label={t("pages")}
        next={next ? { href: next, text: t("office:audit.older") } : undefined}
        previous={first ? { href: first, text: t("office:audit.newest") } : undefined}
      />
    </>
  );
}
