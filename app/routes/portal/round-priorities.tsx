import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { roundFigures } from "#app/domain/surveys/index.server.ts";
import { isFrozen } from "#app/domain/surveys/rules.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";
import { findSeenRound } from "./report/read-report.server.ts";
import { Method } from "./survey/method.tsx";
import { PartPage } from "./survey/part-page.tsx";
import { priorityRows } from "./survey/priorities.ts";
import { PriorityChart } from "./survey/priority-chart.tsx";
import { roundFacts } from "./survey/results-view.server.ts";

export { passCacheHeader as headers } from "../cache-header.ts";

export async function loader(args: LoaderFunctionArgs) {
  const visit = asAnyone(args);
  const round = await findSeenRound(visit, args.params.dot);
  const { groups } = await roundFigures(visit.db, round);
  return data(
    { round: roundFacts(visit.lang, round), groups: groups.map((one) => ({ group: one.group, rows: priorityRows(visit.lang, one) })) },
    isFrozen(round.state) ? { headers: { "Portal-Cache": "public" } } : {},
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) =>
  page ? pageMeta(location, { title: `${i18nFor(languageOf(location.pathname)).t("priorities:title")} – ${page.round.title}` }) : [];

export default function RoundPriorities() {
  const { round, groups } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <>
      <PartPage
        round={round}
        groups={groups}
        title={t("priorities:title")}
        draw={({ group, rows }) => (rows.some(({ rho }) => !rho.suppressed) ? <PriorityChart rows={rows} part={group} /> : null)}
      />
      <Method metric="importance" variant={round.variant} />
    </>
  );
}
