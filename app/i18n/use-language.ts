import { useLocation } from "@remix-run/react";
import type { Language } from "#app/domain/content/vocabulary.ts";
import { languageOf, pathIn } from "./language.ts";

/** The language of the page and how to link within it: `const { lang, to } = useLanguage()`. */
export function useLanguage(): { lang: Language; to: (path: string) => string } {
  const { pathname } = useLocation();
  const lang = languageOf(pathname);
  return { lang, to: (path) => pathIn(lang, path) };
}
