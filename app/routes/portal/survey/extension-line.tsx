import { formatDay } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** Until when a round was extended last, and why; nothing where it never was. */
export function ExtensionLine({ extension }: { extension: { until: string; reason: string } | null }) {
  const { lang } = useLanguage();
  const t = useText();
  return extension && <p className="measure">{t("surveys:extended", { day: formatDay(lang, extension.until), reason: extension.reason })}</p>;
}
