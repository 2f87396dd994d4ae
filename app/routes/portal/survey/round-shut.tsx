import { ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { formatDay } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { SlipSearch } from "./slip-search.tsx";

/** A survey that takes no answers here now: why, and where to go instead. */
export function RoundShut({ why, slug, from, until }: { why: "closed" | "not_yet" | "slip_needed"; slug: string; from: string; until: string }) {
  const { lang, to } = useLanguage();
  const t = useText();
  if (why === "slip_needed") {
    return (
      <>
        <EmptyState title={t("surveys:form.slipNeeded")} icon="info">
          <p>{t("surveys:form.slipNeededDetail")}</p>
        </EmptyState>
        <SlipSearch />
      </>
    );
  }
  return (
    <EmptyState
      title={why === "closed" ? t("surveys:form.closed") : t("surveys:form.notYet")}
      icon="calendar"
      actions={
        <>
          <ButtonLink href={to("/khao-sat")}>{t("surveys:slip.openSurveys")}</ButtonLink>
          {why === "closed" ? (
            <ButtonLink look="secondary" href={to(`/hai-long/${slug}`)}>
              {t("surveys:seeResults")}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <p>{t("surveys:form.closedDetail", { from: formatDay(lang, from), to: formatDay(lang, until) })}</p>
    </EmptyState>
  );
}
