import type { SpecialDay } from "#app/domain/calendar/working-days.ts";
import type { Language } from "#app/domain/content/vocabulary.ts";
import { formatDay, formatLongDay } from "#app/i18n/format.ts";
import type { i18nFor } from "#app/i18n/i18n.ts";
import { inLanguage } from "#app/i18n/language.ts";

/** A special day in words. */
export function toDayLine(t: ReturnType<typeof i18nFor>["t"], lang: Language, line: SpecialDay, unitNames: ReadonlyMap<string, string>) {
  return {
    day: line.day,
    unitId: line.unitId,
    shortDay: formatDay(lang, line.day),
    longDay: formatLongDay(lang, line.day),
    kind: t(`office:calendar.kinds.${line.kind}`),
    name: inLanguage(lang, { vi: line.nameVi, en: line.nameEn }),
    source: line.source,
    where: line.unitId ? (unitNames.get(line.unitId) ?? line.unitId) : t("office:calendar.everywhere"),
    provisional: line.provisional === true,
  };
}

export type DayLine = ReturnType<typeof toDayLine> & { mayRemove: boolean };
