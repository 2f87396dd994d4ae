import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { RoundFacts } from "./results-view.server.ts";
import { RoundAbout } from "./round-about.tsx";

/** The results page of a round that is closed and not published: what is being done, and no figure. */
export function RoundChecking({ round, extension }: { round: RoundFacts; extension: { until: string; reason: string } | null }) {
  const { to } = useLanguage();
  const t = useText();
  return (
    <>
      <PageHeader
        before={<Breadcrumbs label={t("common:breadcrumbs")} items={[{ text: t("results:title"), href: to("/hai-long") }, { text: round.title }]} />}
        title={round.title}
        kicker={round.authority.name}
        long
      />
      <EmptyState title={t("life:checking")} icon="info">
        <p>{t("life:checkingDetail")}</p>
      </EmptyState>
      <RoundAbout round={round} extension={extension} />
    </>
  );
}
