import { PublicLayout } from "#app/components/layout/public-layout.tsx";
import { ErrorPage } from "#app/components/layout/error-page.tsx";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { useSiteFrame } from "./site-frame.tsx";

const words = new Map([
  [400, "bad_request"],
  [403, "forbidden"],
  [404, "not_found"],
  [405, "not_allowed"],
] as const);

/** What a visitor sees when there is no page to show: what happened, and where to go from here. */
export function ErrorScreen({ status, reference }: { status: number; reference: string }) {
  const t = useText();
  const { to } = useLanguage();
  const which = [...words].find(([code]) => code === status)?.[1] ?? "broken";
  return (
    <PublicLayout {...useSiteFrame()}>
      <ErrorPage
        title={t(`errors:page.${which}.title`)}
        icon={which === "not_found" ? "search" : "info"}
        reference={which === "broken" && reference ? `${t("errors:reference")}: ${reference}` : undefined}
        actions={
          <>
            <ButtonLink href={to("/")}>{t("errors:home")}</ButtonLink>
            <ButtonLink look="secondary" href={to("/tim-kiem")}>
              {t("errors:search")}
            </ButtonLink>
          </>
        }
      >
        <p>{t(`errors:page.${which}.detail`)}</p>
      </ErrorPage>
    </PublicLayout>
  );
}
