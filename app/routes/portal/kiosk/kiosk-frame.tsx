import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Mark } from "#app/components/layout/wordmark.tsx";
import { SkipLink } from "#app/components/ui/skip-link.tsx";
import { otherLanguagePath } from "#app/i18n/language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { kioskWords } from "./kiosk-words.ts";

type Ready = { slug: string; title: string; name: string; token: string; unit: string; procedure: string | null; rules: readonly unknown[] };

/**
 * The whole screen of a device at a desk, without the portal's header and footer. The script takes what it needs from the
 * attributes: which round, who the device is, the order of the questions, and its words.
 */
export function KioskFrame({ here, kiosk, children }: { here: string; kiosk?: Ready; children: ReactNode }) {
  const t = useText();
  const { pathname } = useLocation();
  const other = otherLanguagePath(pathname);
  const device = kiosk
    ? {
        "data-round": kiosk.slug,
        "data-token": kiosk.token,
        "data-name": kiosk.name,
        "data-rules": JSON.stringify(kiosk.rules),
      }
    : {};
  return (
    <div className="kiosk" data-kiosk={here} data-words={JSON.stringify(kioskWords(t))} {...device}>
      <SkipLink text={t("skip")} />
      <header className="kiosk-bar">
        <p className="kiosk-place">
          <Mark />
          <span>
            {kiosk ? <strong>{t("kiosk:page.at", { unit: kiosk.unit })}</strong> : <strong>{t("name")}</strong>}
            {kiosk?.procedure ? <span className="small"> {t("kiosk:page.procedure", { procedure: kiosk.procedure })}</span> : null}
          </span>
        </p>
        <nav className="kiosk-tools" aria-label={t("kiosk:page.language")}>
          <button type="button" className="btn btn-quiet" data-kiosk-act="full-screen" hidden>
            {t("kiosk:page.fullScreen")}
          </button>
          <a className="btn btn-secondary" href={other.path} lang={t("otherLanguageCode")} hrefLang={t("otherLanguageCode")} data-kiosk-language="">
            {t("otherLanguage")}
          </a>
        </nav>
      </header>
      <main id="noi-dung" tabIndex={-1} className="kiosk-main">
        {children}
      </main>
      <footer className="kiosk-foot">
        <button type="button" className="btn btn-quiet btn-small" data-kiosk-act="service" hidden>
          {t("kiosk:service.open")}
        </button>
      </footer>
      <script type="module" src="/enhance/kiosk.js" />
    </div>
  );
}
