import type { PublicContent } from "#app/domain/publishing/index.server.ts";
import type { Language } from "#app/domain/content/vocabulary.ts";
import { inLanguage } from "#app/i18n/language.ts";

/** The last extension of a round in one language; null where it was never extended. */
export function extensionView(lang: Language, { extensions }: Pick<PublicContent["round"], "extensions">) {
  const [last] = extensions ?? [];
  return last ? { until: last.until, reason: inLanguage(lang, last.reason) } : null;
}
