import type { useText } from "#app/i18n/use-text.ts";

/** What the script says, in the page's language; {n} and {all} are filled in by it. */
export function kioskWords(t: ReturnType<typeof useText>) {
  return {
    back: t("kiosk:page.back"),
    next: t("kiosk:page.next"),
    stop: t("kiosk:page.stop"),
    step: t("kiosk:page.step"),
    last: t("kiosk:page.last"),
    required: t("kiosk:page.required"),
    sending: t("kiosk:page.sending"),
    thanks: t("kiosk:page.thanks"),
    stored: t("kiosk:page.stored"),
    kept: t("kiosk:page.kept"),
    soon: t("kiosk:page.soon"),
    again: t("kiosk:page.again"),
    idleTitle: t("kiosk:page.idleTitle"),
    idle: t("kiosk:page.idle"),
    more: t("kiosk:page.more"),
    waiting: t("kiosk:service.waiting"),
    title: t("kiosk:service.title"),
    name: t("kiosk:service.name", { name: "{name}" }),
    online: t("kiosk:service.online"),
    offline: t("kiosk:service.offline"),
    none: t("kiosk:service.none"),
    aside: t("kiosk:service.aside"),
    asideDetail: t("kiosk:service.asideDetail"),
    tooOld: t("kiosk:service.tooOld"),
    send: t("kiosk:service.send"),
    retry: t("kiosk:service.retry"),
    close: t("kiosk:service.close"),
    noStore: t("kiosk:service.noStore"),
  };
}
