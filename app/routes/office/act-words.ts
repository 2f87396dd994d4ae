import type { i18nFor } from "#app/i18n/i18n.ts";

/** What an audit event says was done, in words; a code without words is said as it is. */
export function actWords(t: ReturnType<typeof i18nFor>["t"], act: string): string {
  // The trace outlives the code that wrote it: an old code may have lost its words.
  const lookUp = t as (key: string, options: { defaultValue: string }) => string;
  return lookUp(`office:acts.${act}`, { defaultValue: act });
}
