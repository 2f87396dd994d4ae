import type { Language } from "#app/domain/content/vocabulary.ts";
import { formatDay } from "#app/i18n/format.ts";
import type { useText } from "#app/i18n/use-text.ts";

/** How final the figures of an open round are: until when it takes answers, and until when its paper is typed in. */
export function provisionalWords(
  t: ReturnType<typeof useText>,
  lang: Language,
  { closesOn, keyingUntil }: { closesOn: string; keyingUntil: string | null },
): string {
  const day = formatDay(lang, closesOn);
  return keyingUntil === null || keyingUntil <= closesOn
    ? t("results:provisional", { day })
    : t("results:provisionalKeying", { day, until: formatDay(lang, keyingUntil) });
}
