import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import type { SenderCase } from "#app/domain/feedback/index.server.ts";
import type { SenderAct } from "#app/domain/feedback/vocabulary.ts";
import { formatDay, formatInstant } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { CaseTimeline } from "../../feedback/case-timeline.tsx";
import { ClockLine } from "../../feedback/clock-explanation.tsx";
import { LostMailNotice, MailFates } from "../../feedback/mail-fates.tsx";
import { Paragraphs } from "../../feedback/paragraphs.tsx";
import { SenderAnswer } from "./sender-answer.tsx";
import { SenderPhotos } from "./sender-files.tsx";
import { AppealForm, ReopenForm, SupplementForm, WithdrawForm, WriteForm, type Refused } from "./sender-forms.tsx";

const finished = ["DA_CONG_KHAI", "KHONG_CONG_KHAI", "TU_CHOI", "CHUYEN_NGOAI", "HUY", "DONG", "CHUYEN_MAT"];

/** A case as its sender follows it: how it stands in words, what is asked of the sender, the answer, what happened. */
export function SenderCasePage({ theCase, done, refused }: { theCase: SenderCase; done: SenderAct | null; refused: Refused | undefined }) {
  const t = useText();
  const { lang } = useLanguage();
  const may = (act: SenderAct) => theCase.may.includes(act);
  const unit = theCase.unit && (lang === "vi" ? theCase.unit.nameVi : theCase.unit.nameEn);

  return (
    <>
      <PageHeader
        title={theCase.subject || t("feedback:page.kicker", { code: theCase.code })}
        kicker={`${t(`words:caseKind.${theCase.kind}`)} · ${theCase.code}`}
        lead={<p>{t(`feedback:state.${theCase.state}`)}</p>}
      />
      <div className="stack">
        <FormErrorSummary title={t("feedback:check.notSent")} fields={refused ? [{ id: `f-${refused.act}`, error: refused.error }] : []} />
        {done && !refused ? (
          <Notice tone="ok" live>
            {t(`feedback:track.done.${done}`)}
          </Notice>
        ) : null}
        <LostMailNotice mails={theCase.messages} />
        <Outcome theCase={theCase} />
      </div>

      {may("supplement") ? (
        <Section id="bo-sung" title={t("feedback:track.supplementTitle")}>
          <SupplementForm
            request={theCase.supplementRequest ?? ""}
            until={theCase.clocks.findLast((clock) => clock.step === "supplement")?.dueOn ?? null}
            refused={refused}
          />
        </Section>
      ) : null}
      {theCase.answers.length > 0 ? <SenderAnswer theCase={theCase} refused={refused} /> : null}

      {theCase.clocks.length > 0 ? (
        <Section id="thoi-han" title={t("feedback:track.deadlines")}>
          <DefinitionList
            facts={theCase.clocks.map((clock) => ({ term: t(`words:clockStep.${clock.step}`), detail: <ClockLine clock={clock} /> }))}
          />
        </Section>
      ) : null}
      {theCase.timeline.length > 0 ? (
        <Section id="qua-trinh" title={t("feedback:track.timeline")}>
          <CaseTimeline
            open={!finished.includes(theCase.state)}
            steps={theCase.timeline.map(({ step, on, unit: to }) => ({ step, on, unit: to && (lang === "vi" ? to.nameVi : to.nameEn) }))}
          />
        </Section>
      ) : null}

      {theCase.body ? (
        <Section id="noi-dung" title={t("feedback:track.yourText")}>
          <Paragraphs text={theCase.body} />
          <DefinitionList
            facts={[
              { term: t("feedback:track.receivedOn"), detail: formatDay(lang, theCase.receivedOn) },
              { term: t("feedback:track.unit"), detail: unit ?? t("feedback:track.noUnit") },
              ...(theCase.place ? [{ term: t("feedback:page.place"), detail: theCase.place }] : []),
              ...(theCase.photos.length > 0 ? [{ term: t("feedback:track.photos"), detail: <SenderPhotos photos={theCase.photos} /> }] : []),
              ...(theCase.messages.length > 0 ? [{ term: t("feedback:track.mails"), detail: <MailFates mails={theCase.messages} /> }] : []),
            ]}
          />
        </Section>
      ) : null}

      {theCase.thread.length > 0 || may("write") ? (
        <Section id="trao-doi" title={t("feedback:track.thread")}>
          <div className="stack">
            {theCase.thread.length === 0 ? <p className="muted">{t("feedback:track.threadEmpty")}</p> : null}
            {theCase.thread.map((message, index) => (
              <div key={index} className="card">
                <p className="small muted">
                  {message.side === "sender" ? t("feedback:track.you") : (unit ?? t("feedback:track.office"))}, {formatInstant(lang, message.at)}
                </p>
                <Paragraphs text={message.body} />
              </div>
            ))}
            {may("write") ? <WriteForm refused={refused} /> : null}
          </div>
        </Section>
      ) : null}

      {may("appeal") ? <AppealForm refused={refused} /> : null}
      {may("reopen") ? <ReopenForm refused={refused} /> : null}
      {may("withdraw") ? <WithdrawForm /> : null}
      <form method="post" className="submit screen-only">
        <p className="muted small">{t("feedback:track.leaveNote")}</p>
        <Button look="secondary" name="intent" value="leave">
          {t("feedback:track.leave")}
        </Button>
      </form>
    </>
  );
}

/** How a case ended without an answer: refused, passed on, split. */
function Outcome({ theCase }: { theCase: SenderCase }) {
  const t = useText();
  const { refusalReason, refusalText, externalBody, externalLetter, parts, state } = theCase;
  return (
    <>
      {state === "TU_CHOI" && refusalReason ? (
        <Notice tone="warn" title={t("feedback:track.refusedTitle")}>
          <p>{t(`words:refusalReason.${refusalReason}`)}</p>
          {refusalText ? <Paragraphs text={refusalText} /> : null}
        </Notice>
      ) : null}
      {state === "CHUYEN_NGOAI" ? (
        <Notice title={t("feedback:track.transferredTitle")}>
          <p>{t("feedback:track.transferred", { body: externalBody ?? "", letter: externalLetter ?? "" })}</p>
        </Notice>
      ) : null}
      {parts.length > 0 ? (
        <Notice>
          <p>{t("feedback:track.parts")}</p>
          <p className="code">{parts.join(", ")}</p>
        </Notice>
      ) : null}
    </>
  );
}
