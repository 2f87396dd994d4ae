import { ButtonLink } from "#app/components/ui/button.tsx";
import { useText } from "#app/i18n/use-text.ts";

/** Without JavaScript: what the next customer finds is one press away, and nothing of this one is left. */
export function KioskThanks({ here }: { here: string }) {
  const t = useText();
  return (
    <section className="kiosk-start" data-kiosk-thanks="">
      <h1>{t("kiosk:page.thanks")}</h1>
      <p className="lead">{t("kiosk:page.stored")}</p>
      <ButtonLink href={here}>{t("kiosk:page.again")}</ButtonLink>
    </section>
  );
}
