import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { countWork, listWork } from "#app/domain/feedback/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { Desk } from "./home/desk.tsx";
import { readDesk } from "./home/read-desk.server.ts";
import { readWarned } from "./home/read-warned.server.ts";
import { toWorkLine } from "./home/to-work-line.ts";
import { WarnedSection } from "./home/warned.tsx";
import { WorkSection } from "./home/work-section.tsx";
import { workListsFor } from "./work-lists.ts";

export async function loader(args: LoaderFunctionArgs) {
  const visit = await asOfficial(args);
  const { db, official, today, lang, t } = visit;
  const lists = workListsFor(official.may);
  const counts = lists.length > 0 ? await countWork(db, official, today) : undefined;
  const work = await Promise.all(
    lists
      .filter((list) => (counts?.[list] ?? 0) > 0)
      .map(async (list) => {
        const { items } = await listWork(db, official, { list }, { today, limit: 5 });
        return { list, count: counts?.[list] ?? 0, rows: items.map((item) => toWorkLine(t, lang, item)) };
      }),
  );
  return { hasLists: lists.length > 0, hasRole: official.may.length > 0, work, warned: await readWarned(visit), desk: await readDesk(visit) };
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("office:home.title"), robots: "noindex" });

export default function OfficeHome() {
  const { hasLists, hasRole, work, warned, desk } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <>
      <PageHeader title={t("office:home.title")} lead={<p>{t(hasLists ? "office:home.lead" : "office:home.leadDesk")}</p>} />
      {hasRole ? null : (
        <EmptyState title={t("office:home.noRole")} icon="lock">
          <p>{t("office:home.noRoleLine")}</p>
        </EmptyState>
      )}
      {hasLists && work.length === 0 ? (
        <EmptyState title={t("office:home.calm")} icon="check">
          <p>{t("office:home.calmLine")}</p>
        </EmptyState>
      ) : null}
      {warned ? <WarnedSection {...warned} /> : null}
      {work.map((section) => (
        <WorkSection key={section.list} {...section} />
      ))}
      <Desk {...desk} />
    </>
  );
}
