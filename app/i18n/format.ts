import type { Language } from "#app/domain/content/vocabulary.ts";

const locales = { vi: "vi-VN", en: "en-GB" } as const;
const timeZone = "Asia/Ho_Chi_Minh";

/** A civil day (`YYYY-MM-DD`): `20/5/2026` in Vietnamese, `20 May 2026` in English. */
export function formatDay(language: Language, day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (language === "vi") return `${date.getUTCDate()}/${date.getUTCMonth() + 1}/${date.getUTCFullYear()}`;
  return new Intl.DateTimeFormat(locales.en, { dateStyle: "medium", timeZone: "UTC" }).format(date);
}

/** A civil day with its weekday. */
export function formatLongDay(language: Language, day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat(locales[language], {
    weekday: "long",
    day: "numeric",
    month: language === "vi" ? "numeric" : "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(date);
}

/** An instant, in Vietnam's time, 24 hours: `14:05 20/05/2026` in Vietnamese, `20 May 2026, 14:05` in English. */
export function formatInstant(language: Language, instant: Date | string): string {
  return new Intl.DateTimeFormat(locales[language], {
    day: language === "vi" ? "2-digit" : "numeric",
    month: language === "vi" ? "2-digit" : "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).format(new Date(instant));
}

/** `1.234,5` in Vietnamese, `1,234.5` in English. */
export function formatNumber(language: Language, value: number, decimals = 0): string {
  return new Intl.NumberFormat(locales[language], { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);
}

/** Percent given as 0–100: `87,4 %` (narrow no-break space) in Vietnamese, `87.4%` in English. */
export function formatPercent(language: Language, value: number, decimals = 1): string {
  return `${formatNumber(language, value, decimals)}${language === "vi" ? "\u202f" : ""}%`;
}

/** Bytes in words: `1,2 MB`. */
export function formatBytes(language: Language, bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${formatNumber(language, bytes / 1024, 0)} KB`;
  return `${formatNumber(language, bytes / 1024 / 1024, 1)} MB`;
}

/** A list in words: “a, b và c”. */
export const formatList = (language: Language, items: readonly string[]): string =>
  new Intl.ListFormat(locales[language], { type: "conjunction" }).format(items);
