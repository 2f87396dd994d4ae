import { Notice } from "#app/components/ui/notice.tsx";
import { QrFigure } from "#app/components/ui/qr-figure.tsx";
import { setUpHours } from "#app/domain/kiosks/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";

/** The code that makes a device a kiosk, as address, picture and words. It is on this page only. */
export function SetUpCode({ code, name, address, modules }: { code: string; name: string; address: string; modules: boolean[][] }) {
  const t = useText();
  return (
    <Notice tone="ok" title={t("kiosk:office.codeTitle", { name })} live>
      <div className="stack stack-tight">
        <p>{t("kiosk:office.codeNote", { hours: String(setUpHours) })}</p>
        <p>{t("kiosk:office.codeHow")}</p>
        <p>
          <code className="code">{address}</code>
        </p>
        <QrFigure modules={modules} label={t("kiosk:office.qr", { address })} code={code} />
      </div>
    </Notice>
  );
}
