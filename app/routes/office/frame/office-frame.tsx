import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { OfficeLayout } from "#app/components/layout/office-layout.tsx";
import { Button } from "#app/components/ui/button.tsx";
import type { Role } from "#app/domain/people/vocabulary.ts";
import { otherLanguagePath } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { type RailFacts, railOf } from "./rail.ts";
import { useEnhancement } from "./use-enhancement.ts";

export type FrameFacts = Omit<RailFacts, "lang"> & {
  me: { name: string; roles: Role[]; /** In the page's language; null is the whole portal. */ unit: string | null };
};

/** The office around a page: who is in, what waits, and the way out. */
export function OfficeFrame({ me, children, ...facts }: FrameFacts & { children: ReactNode }) {
  const t = useText();
  const { lang, to } = useLanguage();
  const here = useLocation();
  useEnhancement();
  const other = otherLanguagePath(here.pathname);
  const roles = me.roles.map((role) => t(`words:role.${role}`)).join(", ");
  return (
    <OfficeLayout
      home={to("/can-bo")}
      name={t("name")}
      skip={t("skip")}
      search={
        facts.may.includes("cases.read")
          ? { action: to("/can-bo/ho-so"), label: t("office:search.label"), button: t("office:search.button") }
          : undefined
      }
      me={{
        name: me.name,
        role: roles ? `${roles} – ${me.unit ?? t("office:me.everywhere")}` : undefined,
        menu: (
          <div className="stack stack-tight">
            <a href={to("/can-bo/tai-khoan")}>{t("office:me.account")}</a>
            <a href={to("/")}>{t("office:me.portal")}</a>
            <a href={other.path + here.search} lang={t("office:me.languageCode")} hrefLang={t("office:me.languageCode")}>
              {t("office:me.language")}
            </a>
            <form method="post" action={to("/dang-xuat")}>
              <Button look="secondary" small>
                {t("office:me.signOut")}
              </Button>
            </form>
          </div>
        ),
      }}
      rail={railOf(t, { lang, ...facts }, here)}
      labels={{ rail: t("office:rail.label"), menu: t("office:rail.menu") }}
    >
      {children}
    </OfficeLayout>
  );
}
