import type { useText } from "#app/i18n/use-text.ts";

/** A heading for the figures of one group: a round may have both, and then headings of the drawn ones say so. */
export const groupTitle = (t: ReturnType<typeof useText>, part: string, title: string): string =>
  part === "drawn" ? t("reports:section.ofGroup", { section: title, group: t("reports:group.drawn") }) : title;
