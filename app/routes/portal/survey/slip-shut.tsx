import { ErrorPage } from "#app/components/layout/error-page.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { SlipSearch } from "./slip-search.tsx";

/** A slip that lets nobody in: why, and what to do instead. */
export function SlipShut({ standing }: { standing: "unknown" | "too_many" | "used" | "expired" | "cancelled" | "not_open" }) {
  const { to } = useLanguage();
  const t = useText();
  return (
    <>
      <ErrorPage
        title={t(`surveys:slip.${standing}.title`)}
        icon={standing === "unknown" ? "search" : "info"}
        actions={
          <>
            <ButtonLink href={to("/khao-sat")}>{t("surveys:slip.openSurveys")}</ButtonLink>
            <ButtonLink look="secondary" href={to("/phan-anh/gui")}>
              {t("surveys:sendFeedback")}
            </ButtonLink>
          </>
        }
      >
        <p>{t(`surveys:slip.${standing}.detail`)}</p>
      </ErrorPage>
      {standing === "unknown" ? <SlipSearch /> : null}
    </>
  );
}
