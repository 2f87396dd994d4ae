import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DistributionBars } from "#app/components/charts/distribution-bars.tsx";
import { FactorBars } from "#app/components/charts/factor-bars.tsx";
import { roundFigures } from "#app/domain/surveys/index.server.ts";
import { isFrozen } from "#app/domain/surveys/rules.ts";
import { formatPercent } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone, notFound } from "#app/platform/guards.server.ts";
import { passCacheHeader } from "../cache-header.ts";
import { pageMeta } from "../page-meta.ts";
import { chartKinds, isChartSlug } from "./report/chart-kinds.ts";
import { barRows, barWords, chartWords, chosenGroup, distributionRows, distributionWords } from "./report/chart-view.ts";
import { findSeenRound } from "./report/read-report.server.ts";
import { groupView, roundFacts } from "./survey/results-view.server.ts";

/** Any site may frame this page: it holds public figures and links, and neither form nor cookie. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; font-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors *";

export const headers: HeadersFunction = (args) => ({
  ...passCacheHeader(args),
  "Content-Security-Policy": policy,
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Portal-Frame": "any",
});

export async function loader(args: LoaderFunctionArgs) {
  const visit = asAnyone(args);
  const { chart } = args.params;
  if (!isChartSlug(chart)) throw notFound();

  const round = await findSeenRound(visit, args.params.dot);
  const group = chosenGroup((await roundFigures(visit.db, round)).groups, visit.url.searchParams.get("nhom"));
  if (!group) throw notFound();
  return data(
    { kind: chartKinds[chart], round: roundFacts(visit.lang, round), view: groupView(visit.lang, round, group), address: visit.portal.publicUrl },
    isFrozen(round.state) ? { headers: { "Portal-Cache": "public" } } : {},
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) =>
  page ? pageMeta(location, { title: page.round.title, robots: "noindex" }) : [];

export default function RoundEmbed() {
  const { kind, round, view, address } = useLoaderData<typeof loader>();
  const { lang, to } = useLanguage();
  const t = useText();
  const words = { t, lang };
  const text = { id: "chart", ...chartWords(words, kind, view, round.variant), tableWord: t("results:table"), level: 2 as const };
  return (
    <main className="embed stack">
      {kind === "criteria" ? (
        <DistributionBars
          text={text}
          rows={distributionRows(view)}
          format={(value) => formatPercent(lang, value, 1)}
          {...distributionWords(words, round.levels)}
        />
      ) : (
        <FactorBars text={text} rows={barRows(words, kind, view)} {...barWords(words, kind, round.target)} />
      )}
      <p className="muted">
        {round.title} · {round.authority.name}.{" "}
        <a href={`${address}${to(`/hai-long/${round.slug}`)}`} target="_blank" rel="noopener">
          {t("reports:chart.open")}
        </a>
      </p>
    </main>
  );
}
