import { useLocation } from "@remix-run/react";
import type { FooterProps } from "#app/components/layout/site-footer.tsx";
import type { HeaderProps } from "#app/components/layout/site-header.tsx";
import { otherLanguagePath } from "#app/i18n/language.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

const sections = [
  ["/thu-tuc", "procedures"],
  ["/khao-sat", "surveys"],
  ["/phan-anh", "feedback"],
  ["/hai-long", "results"],
  ["/tin-tuc", "news"],
] as const;

/** Header and footer of every public page, in the page's language. */
export function useSiteFrame(): { skip: string; header: HeaderProps; footer: FooterProps } {
  const t = useText();
  const { to } = useLanguage();
  const { pathname, search } = useLocation();
  const other = otherLanguagePath(pathname);
  const link = (path: string, text: string) => ({ href: to(path), text });

  return {
    skip: t("skip"),
    header: {
      home: to("/"),
      name: t("name"),
      authority: t("tagline"),
      nav: sections.map(([path, key]) => ({
        href: to(path),
        text: t(`portal:nav.${key}`),
        current: pathname === to(path) || pathname.startsWith(`${to(path)}/`),
      })),
      search: { action: to("/tim-kiem"), label: t("searchLabel"), button: t("search") },
      language: { href: other.path + search, text: t("otherLanguage"), lang: t("otherLanguageCode") },
      labels: { nav: t("portal:nav.label"), menu: t("menu"), search: t("search") },
    },
    footer: {
      authority: { name: t("name"), lines: [t("portal:footer.about"), t("portal:footer.licence")] },
      columns: [
        {
          title: t("portal:footer.use"),
          links: [
            link("/thu-tuc", t("portal:footer.procedures")),
            link("/phan-anh/gui", t("portal:footer.send")),
            link("/phan-anh/tra-cuu", t("portal:footer.track")),
            link("/khao-sat", t("portal:footer.surveys")),
            link("/hoi-dap", t("portal:footer.faq")),
          ],
        },
        {
          title: t("portal:footer.open"),
          links: [
            link("/don-vi", t("portal:footer.units")),
            link("/ke-hoach", t("portal:footer.plans")),
            link("/chi-so", t("portal:footer.indices")),
            link("/chat-luong-phuc-vu", t("service:title")),
            link("/van-ban", t("portal:footer.documents")),
            link("/doi-thoai", t("portal:footer.dialogues")),
            link("/du-lieu", t("portal:footer.data")),
            link("/minh-bach", t("portal:footer.transparency")),
          ],
        },
        {
          title: t("portal:footer.help"),
          links: [
            link("/kenh-tiep-nhan", t("portal:footer.channels")),
            link("/tro-nang", t("portal:footer.accessibility")),
            link("/quyen-rieng-tu", t("portal:footer.privacy")),
            link("/dang-nhap", t("portal:footer.office")),
          ],
        },
      ],
    },
  };
}
