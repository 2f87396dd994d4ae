import { i18nFor } from "#app/i18n/i18n.ts";
import { languageOf, otherLanguagePath, pathIn } from "#app/i18n/language.ts";

/**
 * Title, description and the two languages of a page, for `meta`.
 * @param location of the page
 */
export function pageMeta(location: { pathname: string }, page: { title: string; description?: string | undefined; robots?: string | undefined }) {
  const lang = languageOf(location.pathname);
  const { t } = i18nFor(lang);
  const other = otherLanguagePath(location.pathname);
  const vi = lang === "vi" ? location.pathname : other.path;
  return [
    { title: `${page.title} – ${t("name")}` },
    ...(page.description ? [{ name: "description", content: page.description.slice(0, 300) }] : []),
    ...(page.robots ? [{ name: "robots", content: page.robots }] : []),
    { tagName: "link", rel: "alternate", hrefLang: "vi", href: vi },
    { tagName: "link", rel: "alternate", hrefLang: "en", href: pathIn("en", vi) },
    { property: "og:title", content: page.title },
    { property: "og:site_name", content: t("name") },
  ];
}
