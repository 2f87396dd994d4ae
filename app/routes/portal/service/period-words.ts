import type { useText } from "#app/i18n/use-text.ts";

type Text = ReturnType<typeof useText>;

/** `2026-Q3` in words. */
export const quarterWords = (t: Text, quarter: string): string => t("service:quarter", { quarter: quarter.slice(6), year: quarter.slice(0, 4) });

/** `2026-08` in words. */
export const monthWords = (t: Text, month: string): string => t("service:month", { month: String(Number(month.slice(5))), year: month.slice(0, 4) });
