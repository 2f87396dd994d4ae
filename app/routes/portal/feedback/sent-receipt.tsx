import { Section } from "#app/components/layout/section.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Button, ButtonRow } from "#app/components/ui/button.tsx";
import { PrintButton, ScreenOnly } from "#app/components/ui/media.tsx";
import { QrFigure } from "#app/components/ui/qr-figure.tsx";
import { Receipt } from "#app/components/ui/receipt.tsx";
import { Timeline, type TimelineStep } from "#app/components/ui/timeline.tsx";
import type { CaseKind } from "#app/domain/feedback/vocabulary.ts";
import { formatDay } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

type SentReceiptProps = {
  code: string;
  receiptKey: string;
  kind: CaseKind;
  subject: string;
  receivedOn: string;
  checkedBy: string | null;
  passedOnBy: string | null;
  answerBy: string | null;
  published: boolean;
  address: string;
  qr: boolean[][];
};

/** What a sender takes home: code, key, and what happens next with its days. Prints on one page. */
export function SentReceipt({
  code,
  receiptKey,
  kind,
  subject,
  receivedOn,
  checkedBy,
  passedOnBy,
  answerBy,
  published,
  address,
  qr,
}: SentReceiptProps) {
  const t = useText();
  const { lang, to } = useLanguage();
  const todo = (title: string, by: string | null, body?: string): TimelineStep => ({
    title,
    ...(by ? { when: t("feedback:sent.by", { day: formatDay(lang, by) }), dateTime: by } : {}),
    state: "todo",
    stateWord: t("feedback:stepState.todo"),
    ...(body ? { body: <p className="small">{body}</p> } : {}),
  });

  return (
    <div data-draft-clear={`gui-${kind}`}>
      <PageHeader
        title={t("feedback:sent.title")}
        lead={<p>{answerBy ? t("feedback:sent.lead", { day: formatDay(lang, answerBy) }) : t("feedback:sent.leadNoDay")}</p>}
      />
      <div className="stack">
        <p>{subject}</p>
        <Receipt label={t("feedback:sent.code")} code={code} note={t("feedback:sent.codeNote")} />
        <Receipt label={t("feedback:sent.key")} code={receiptKey} note={t("feedback:sent.keyNote")} />
        <ScreenOnly>
          <ButtonRow>
            <PrintButton text={t("feedback:sent.print")} />
            <form method="post" action={to("/phan-anh/tra-cuu")}>
              <input type="hidden" name="intent" value="open" />
              <input type="hidden" name="code" value={code} />
              <input type="hidden" name="receiptKey" value={receiptKey} />
              <Button>{t("feedback:sent.track")}</Button>
            </form>
            <form method="post">
              <Button look="quiet">{t("feedback:sent.forget")}</Button>
            </form>
          </ButtonRow>
        </ScreenOnly>
      </div>

      <Section id="tiep-theo" title={t("feedback:sent.next")}>
        <Timeline
          label={t("feedback:sent.next")}
          steps={[
            {
              title: t("feedback:step.received"),
              when: formatDay(lang, receivedOn),
              dateTime: receivedOn,
              state: "done",
              stateWord: t("feedback:stepState.done"),
            },
            todo(t("feedback:sent.nextCheck"), checkedBy, t("feedback:sent.nextCheckBody")),
            todo(t("feedback:sent.nextAssign"), passedOnBy),
            todo(t("feedback:sent.nextAnswer"), answerBy),
            ...(published ? [todo(t("feedback:sent.nextPublish"), null, t("feedback:sent.nextPublishBody"))] : []),
            todo(t("feedback:sent.nextRate"), null, t("feedback:sent.nextRateBody")),
          ]}
        />
      </Section>

      <Section id="noi-tra-cuu" title={t("feedback:sent.place")}>
        <div className="cluster">
          <QrFigure modules={qr} label={t("feedback:sent.qr")} size="small" />
          <div className="stack stack-tight">
            <p className="code">{address}</p>
            <p className="muted small">{t("feedback:sent.qrNote")}</p>
          </div>
        </div>
      </Section>
    </div>
  );
}
