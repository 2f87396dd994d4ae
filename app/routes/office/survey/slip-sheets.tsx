import { PageHeader } from "#app/components/layout/page-header.tsx";
import { PrintSheet, SheetToolbar } from "#app/components/layout/print-sheet.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { ScreenOnly } from "#app/components/ui/media.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { QrFigure } from "#app/components/ui/qr-figure.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { PrintedBatch } from "./issue-batch.server.ts";

/** A batch of slips, each of A6 size, four to a printed page of A4, with the code as a picture and in words. */
export function SlipSheets({ title, authority, unit, procedure, expiresOn, address, slips }: PrintedBatch) {
  const { to } = useLanguage();
  const t = useText();
  return (
    <>
      <ScreenOnly>
        <PageHeader title={t("surveys:slips.ready", { count: slips.length })} kicker={title} />
        <Notice tone="warn">{t("surveys:slips.readyNote")}</Notice>
        <SheetToolbar>
          <Button type="button" icon="print" onClick={() => window.print()}>
            {t("surveys:slips.print")}
          </Button>
          <ButtonLink look="quiet" href={to("/can-bo/phieu")}>
            {t("surveys:slips.more")}
          </ButtonLink>
        </SheetToolbar>
      </ScreenOnly>
      <div className="sheets-to-cut">
        {slips.map(({ code, modules }) => (
          <PrintSheet
            key={code}
            size="a6"
            head={
              <>
                <strong>{t("surveys:slips.sheet.head")}</strong>
                <span className="small">{authority}</span>
              </>
            }
            foot={t("surveys:slips.sheet.foot", { day: expiresOn })}
          >
            <div className="stack stack-tight text-center">
              <p className="text-h2 font-semibold">{t("surveys:slips.sheet.ask")}</p>
              <p>{t("surveys:slips.sheet.how", { address })}</p>
              <QrFigure modules={modules} label={t("surveys:slips.sheet.qr", { address: `/p/${code}` })} code={code} />
              <p className="small">{procedure ? `${unit} · ${procedure}` : unit}</p>
            </div>
          </PrintSheet>
        ))}
      </div>
    </>
  );
}
