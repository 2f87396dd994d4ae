import type { Language } from "#app/domain/content/vocabulary.ts";

/** Vietnamese stands at the root, English under `/en` with the same slugs. */
export const languageOf = (pathname: string): Language => (/^\/en(\/|$|\.data$)/.test(pathname) ? "en" : "vi");

/** The address of a page in a language. @param path address in Vietnamese, from the root */
export const pathIn = (language: Language, path: string): string => (language === "vi" ? path : path === "/" ? "/en" : `/en${path}`);

/** The same page in the other language. It begins with one slash: with two, a browser would take what follows for another site. */
export function otherLanguagePath(pathname: string): { language: Language; path: string } {
  if (languageOf(pathname) === "vi") return { language: "en", path: pathIn("en", pathname) };
  return { language: "vi", path: pathname.replace(/^\/en/, "").replace(/^\/+/, "/") || "/" };
}

/** A text in the reader's language, else in Vietnamese. */
export const inLanguage = (language: Language, text: { vi: string; en: string | null }): string =>
  language === "en" ? (text.en ?? text.vi) : text.vi;
