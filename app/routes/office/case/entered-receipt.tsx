import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/components/ui/button.tsx";
import { ScreenOnly } from "#app/components/ui/media.tsx";
import { Receipt } from "#app/components/ui/receipt.tsx";
import { formatDay } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** What the person takes along: to be read out or printed, this once. */
export function EnteredReceipt({
  code,
  receiptKey,
  subject,
  answerBy,
  mayRead,
}: {
  code: string;
  receiptKey: string;
  subject: string;
  answerBy?: string | null | undefined;
  /** The one-stop desk enters cases but does not read them. */
  mayRead: boolean;
}) {
  const t = useText();
  const { lang, to } = useLanguage();
  return (
    <>
      <PageHeader title={t("casework:enter.sentTitle", { code })} lead={<p>{t("casework:enter.sentLead")}</p>} />
      <div className="stack measure">
        <p>{subject}</p>
        <Receipt label={t("feedback:sent.code")} code={code} />
        <Receipt label={t("feedback:sent.key")} code={receiptKey} note={t("feedback:sent.keyNote")} />
        {answerBy ? <p>{t("casework:enter.answerBy", { day: formatDay(lang, answerBy) })}</p> : null}
        <ScreenOnly>
          <ButtonRow>
            <Button type="button" look="secondary" icon="print" onClick={() => window.print()}>
              {t("feedback:sent.print")}
            </Button>
            <ButtonLink href={to("/can-bo/ho-so/nhap")}>{t("casework:enter.another")}</ButtonLink>
            {mayRead ? (
              <ButtonLink look="secondary" href={to(`/can-bo/ho-so/${code}`)}>
                {t("casework:enter.open")}
              </ButtonLink>
            ) : null}
          </ButtonRow>
        </ScreenOnly>
      </div>
    </>
  );
}
