import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Stats } from "#app/components/ui/stat.tsx";
import { findRound, latestHeadlines, listTrend, roundFigures } from "#app/domain/surveys/index.server.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asAnyone } from "#app/platform/guards.server.ts";
import { readListQuery } from "../list-query.ts";
import { pageMeta } from "../page-meta.ts";
import { AuthorityResults } from "./survey/authority-results.tsx";
import { HeadlineStat } from "./survey/headline-stat.tsx";
import { Method } from "./survey/method.tsx";
import { groupView, roundFacts } from "./survey/results-view.server.ts";

/** Not kept in the page cache: an answer that was just sent is in these figures. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, lang, url, today } = asAnyone(args);
  const headlines = await latestHeadlines(db, today);
  const { filters } = readListQuery(url, ["co-quan"]);
  const most = [...headlines].sort((a, b) => (b.overall.n ?? 0) - (a.overall.n ?? 0))[0];
  const chosen = headlines.find(({ authority }) => authority.slug === filters["co-quan"]) ?? most;
  const round = chosen && (await findRound(db, chosen.roundSlug));
  if (!chosen || !round) return { headlines, shown: null };

  const [figures, trend] = await Promise.all([roundFigures(db, round), listTrend(db, round.authority.slug, today)]);
  const group = figures.groups.find((one) => one.group === chosen.group);
  return {
    headlines,
    shown: group
      ? {
          round: roundFacts(lang, round),
          view: groupView(lang, round, group),
          trend,
        }
      : null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ location }) => {
  const { t } = i18nFor(languageOf(location.pathname));
  return pageMeta(location, { title: t("results:title"), description: t("results:lead") });
};

export default function Results() {
  const { headlines, shown } = useLoaderData<typeof loader>();
  const { to } = useLanguage();
  const t = useText();
  return (
    <>
      <PageHeader title={t("results:title")} lead={<p>{t("results:lead")}</p>} />
      {shown ? (
        <>
          <Section id="co-quan" title={t("results:authorities")}>
            <Stats>
              {headlines.map((headline) => (
                <HeadlineStat key={headline.roundSlug} {...headline} href={to(`/hai-long?co-quan=${headline.authority.slug}`)} />
              ))}
            </Stats>
          </Section>
          <AuthorityResults {...shown} />
          <Method variant={shown.round.variant} />
        </>
      ) : (
        <EmptyState title={t("results:none")} icon="info" actions={<ButtonLink href={to("/khao-sat")}>{t("results:answer")}</ButtonLink>}>
          <p>{t("results:noneNext")}</p>
        </EmptyState>
      )}
    </>
  );
}
