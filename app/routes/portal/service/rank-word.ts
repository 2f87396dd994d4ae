import { serviceRanks } from "#app/domain/service-quality/vocabulary.ts";
import type { useText } from "#app/i18n/use-text.ts";

/** A rank in words; that there are no grounds for one where it is null. */
export function rankWord(t: ReturnType<typeof useText>, rank: string | null): string {
  const known = serviceRanks.find((one) => one === rank);
  return known ? t(`service:rankWord.${known}`) : t("service:sheets.noRank");
}
