import type { ReactNode } from "react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Breadcrumbs } from "#app/components/ui/breadcrumbs.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import type { ModeGroup } from "#app/domain/surveys/vocabulary.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { RoundFacts } from "./results-view.server.ts";

/** A part of a round's results on a page of its own: each group of respondents under its name. `draw` gives null where nothing is shown. */
export function PartPage<View extends { group: ModeGroup }>({
  round,
  groups,
  title,
  draw,
}: {
  round: RoundFacts;
  groups: readonly View[];
  title: string;
  draw: (view: View) => ReactNode;
}) {
  const { to } = useLanguage();
  const t = useText();
  const drawn = groups.flatMap((view) => {
    const content = draw(view);
    return content === null ? [] : [{ view, content }];
  });
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            label={t("common:breadcrumbs")}
            items={[{ text: t("results:title"), href: to("/hai-long") }, { text: round.title, href: to(`/hai-long/${round.slug}`) }, { text: title }]}
          />
        }
        title={title}
        kicker={round.title}
        long
      />
      {drawn.length === 0 ? (
        <EmptyState title={t("results:hidden")} icon="info">
          <p>{t("results:hiddenDetail")}</p>
        </EmptyState>
      ) : null}
      {drawn.map(({ view, content }) => (
        <div key={view.group} className="stack">
          <p className="muted">{t(`results:group.${view.group}.note`)}</p>
          {content}
        </div>
      ))}
    </>
  );
}
