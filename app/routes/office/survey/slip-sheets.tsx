import { PageHeader } from "#app/components/layout/page-header.tsx";
import { PrintSheet, SheetToolbar } from "#app/components/layout/print-sheet.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { ScreenOnly } from "#app/components/ui/media.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { QrFigure } from "#app/components/ui/qr-figure.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { PrintedBatch } from "./issue-batch.server.ts";
import { slipLayouts } from "./slip-layouts.ts";

/** A batch of slips on the paper that was chosen, with the code as a picture and in words, and where to cut. */
export function SlipSheets({ title, authority, unit, procedure, expiresOn, layout, batch, occasion, address, slips }: PrintedBatch) {
  const { to } = useLanguage();
  const t = useText();
  const { size, perPage } = slipLayouts[layout];
  return (
    <>
      <ScreenOnly>
        <PageHeader title={t("surveys:slips.ready", { count: slips.length })} kicker={title} />
        <Notice tone="warn">
          {t("surveys:slips.readyNote")} {perPage > 1 ? t("samples:slips.cut") : null}
        </Notice>
        <SheetToolbar>
          <Button type="button" icon="print" onClick={() => window.print()}>
            {t("surveys:slips.print")}
          </Button>
          <ButtonLink look="quiet" href={to("/can-bo/phieu")}>
            {t("surveys:slips.more")}
          </ButtonLink>
        </SheetToolbar>
      </ScreenOnly>
      <div className="slips" data-per-page={perPage}>
        {slips.map(({ code, modules }, at) => (
          <PrintSheet key={code} size={size}>
            <div className="slip-sheet">
              <p className="slip-authority">{authority}</p>
              <h2 className="slip-ask">{t("surveys:slips.sheet.ask")}</h2>
              <div className="slip-way">
                <QrFigure modules={modules} label={t("surveys:slips.sheet.qr", { address: `/p/${code}` })} />
                <p>{t("surveys:slips.sheet.how", { address })}</p>
                <p className="slip-code">{code}</p>
              </div>
              <div className="slip-about">
                <p>{unit}</p>
                {procedure ? <p>{procedure}</p> : null}
              </div>
              <div className="slip-foot">
                <p>{t("surveys:slips.sheet.foot", { day: expiresOn })}</p>
                <p className="slip-number">
                  {t("samples:slips.number", {
                    batch: String(batch),
                    number: String(at + 1),
                    of: String(slips.length),
                    occasion: t(`words:slipOccasion.${occasion}`),
                  })}
                </p>
              </div>
            </div>
          </PrintSheet>
        ))}
      </div>
    </>
  );
}
