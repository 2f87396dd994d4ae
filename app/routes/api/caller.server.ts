import type { Language } from "#app/domain/content/vocabulary.ts";
import { callerLanguage } from "#app/i18n/caller-language.ts";
import { i18nFor } from "#app/i18n/i18n.ts";
import type { Visit } from "#app/platform/guards.server.ts";

/** Whoever calls the API: a visit, in the language the caller reads, and what was asked. */
export type Caller = Visit & { request: Request };

/** The caller behind a visit. Addresses of the API stand in no language, so the language is the caller's own. */
export function callerOf(visit: Visit, request: Request): Caller {
  const lang: Language = callerLanguage(visit.url, request.headers.get("Accept-Language"));
  return { ...visit, lang, t: i18nFor(lang).t, request };
}
