import { ButtonLink } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { formatDay } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { SlipSearch } from "./slip-search.tsx";

/** A survey that takes no answers here now: why, and where to go instead. */
export function RoundShut({
  why,
  slug,
  from,
  until,
  keyingUntil,
}: {
  /** `keying`: nobody answers any more, and paper is still being typed in. */
  why: "closed" | "keying" | "not_yet" | "slip_needed";
  slug: string;
  from: string;
  until: string;
  keyingUntil: string;
}) {
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
      title={why === "not_yet" ? t("surveys:form.notYet") : why === "keying" ? t("surveys:form.keying") : t("surveys:form.closed")}
      icon="calendar"
      actions={
        <>
          <ButtonLink href={to("/khao-sat")}>{t("surveys:slip.openSurveys")}</ButtonLink>
          {why !== "not_yet" ? (
            <ButtonLink look="secondary" href={to(`/hai-long/${slug}`)}>
              {t("surveys:seeResults")}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <p>{t("surveys:form.closedDetail", { from: formatDay(lang, from), to: formatDay(lang, until) })}</p>
      {why === "keying" ? <p>{t("surveys:form.keyingDetail", { until: formatDay(lang, keyingUntil) })}</p> : null}
    </EmptyState>
  );
}
