import type { PublicContent } from "#app/domain/publishing/index.server.ts";
import { formatDay } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

type Props = { corrections: NonNullable<PublicContent["case"]["corrections"]> };

/** When a public answer was corrected, and why; the newest first. */
export function Corrections({ corrections }: Props) {
  const t = useText();
  const { lang } = useLanguage();
  if (corrections.length === 0) return null;
  return (
    <div lang={lang}>
      <h3>{t("publication:public.corrections")}</h3>
      <ul>
        {corrections.toReversed().map(({ on, note }, index) => (
          <li key={index}>{t("publication:public.corrected", { day: formatDay(lang, on), note })}</li>
        ))}
      </ul>
    </div>
  );
}
