import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { mayTypeFor } from "#app/domain/paper/index.server.ts";
import { listRounds } from "#app/domain/surveys/index.server.ts";
import { lastKeyingDay, takesPaper } from "#app/domain/surveys/rules.ts";
import { formatDay } from "#app/i18n/format.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage, languageOf } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { asOfficial } from "#app/platform/guards.server.ts";
import { pageMeta } from "../page-meta.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, official, lang, today } = await asOfficial(args, "slips.issue");
  const rounds = await listRounds(db, official);
  return rounds
    .filter((round) => round.modes.includes("paper") && takesPaper(round, today) && round.units.some(({ id }) => mayTypeFor(official, round, id)))
    .map((round) => ({
      slug: round.slug,
      title: inLanguage(lang, round.title),
      until: lastKeyingDay(round),
      ended: round.closesOn < today ? round.closesOn : null,
    }));
}

export const meta: MetaFunction = ({ location }) =>
  pageMeta(location, { title: i18nFor(languageOf(location.pathname)).t("paper:title"), robots: "noindex" });

export default function PaperRounds() {
  const rounds = useLoaderData<typeof loader>();
  const { lang, to } = useLanguage();
  const t = useText();
  return (
    <>
      <PageHeader title={t("paper:title")} lead={<p>{t("paper:lead")}</p>} />
      {rounds.length === 0 ? (
        <EmptyState title={t("paper:rounds.none")} icon="info">
          <p>{t("paper:rounds.noneNext")}</p>
        </EmptyState>
      ) : (
        <Table
          stacks
          id="cac-dot"
          caption={t("paper:rounds.caption")}
          hideCaption
          rows={rounds}
          rowKey={({ slug }) => slug}
          columns={[
            {
              header: t("paper:rounds.round"),
              names: true,
              cell: ({ slug, title }) => <a href={to(`/can-bo/khao-sat/${slug}/nhap-phieu`)}>{title}</a>,
            },
            {
              header: t("paper:rounds.until"),
              cell: ({ until, ended }) =>
                ended === null
                  ? formatDay(lang, until)
                  : t("paper:rounds.onlyKeying", { until: formatDay(lang, until), ended: formatDay(lang, ended) }),
            },
          ]}
        />
      )}
    </>
  );
}
