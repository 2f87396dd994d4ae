import { formatDay } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** Every version that was published, the newest first, with why it was corrected. */
export function Editions({ editions }: { editions: readonly { version: number; on: string; note: string | null }[] }) {
  const { lang } = useLanguage();
  const t = useText();
  return (
    <ul>
      {editions.toReversed().map(({ version, on, note }) => (
        <li key={version}>
          {t("service:sheets.edition", { version: String(version), day: formatDay(lang, on) })}
          {note ? <> {t("service:sheets.correction", { note })}</> : null}
        </li>
      ))}
    </ul>
  );
}
