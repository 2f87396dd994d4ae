import type { ExcludedSheets } from "#app/domain/surveys/index.server.ts";
import { formatList, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** How many sheets are in no figure, and why; nothing where all are valid. */
export function ExcludedNote({ excluded }: { excluded: readonly ExcludedSheets[] }) {
  const { lang } = useLanguage();
  const t = useText();
  if (excluded.length === 0) return null;
  const list = formatList(
    lang,
    excluded.map(({ reason, sheets }) =>
      t("life:excludedReason", { reason: t(`words:exclusionReason.${reason}`), formatted: formatNumber(lang, sheets) }),
    ),
  );
  return (
    <p>
      {t("life:excluded", {
        formatted: formatNumber(
          lang,
          excluded.reduce((sum, { sheets }) => sum + sheets, 0),
        ),
        list,
      })}
    </p>
  );
}
