import { formatDay } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** The round does not take answers today. */
export function KioskShut({ opensOn, closesOn }: { opensOn: string; closesOn: string }) {
  const { lang } = useLanguage();
  const t = useText();
  return (
    <section className="kiosk-start">
      <h1>{t("kiosk:page.closed")}</h1>
      <p className="lead">{t("kiosk:page.closedDetail", { from: formatDay(lang, opensOn), to: formatDay(lang, closesOn) })}</p>
    </section>
  );
}
