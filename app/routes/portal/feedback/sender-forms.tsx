import { Checkbox } from "#app/components/form/checkbox.tsx";
import { FileField } from "#app/components/form/file-field.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextArea } from "#app/components/form/text-area.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { attachmentMaxBytes, maxAttachments, messageMaxLength, type SenderAct } from "#app/domain/feedback/vocabulary.ts";
import { formatDay } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { Paragraphs } from "../../feedback/paragraphs.tsx";
import type { SenderFormTexts } from "./sender-acts.server.ts";

type Typed = { [Name in keyof SenderFormTexts]: string | undefined };

/** What was refused, why, and what had been typed: nothing typed is lost. */
export type Refused = { act: SenderAct; error: string; typed: Typed };

export const errorOf = (refused: Refused | undefined, act: SenderAct): string | undefined => (refused?.act === act ? refused.error : undefined);
export const typedOf = (refused: Refused | undefined, act: SenderAct): Typed => (refused?.act === act ? refused.typed : {});

export function WriteForm({ refused }: { refused: Refused | undefined }) {
  const t = useText();
  return (
    <form method="post" noValidate className="stack" data-once="">
      <input type="hidden" name="intent" value="write" />
      <TextArea
        id="f-write"
        name="body"
        rows={5}
        label={t("feedback:track.write")}
        hint={t("feedback:track.writeHint")}
        error={errorOf(refused, "write")}
        limit={messageMaxLength}
        left={t("feedback:form.bodyLeft")}
        over={t("feedback:form.bodyOver")}
        defaultValue={typedOf(refused, "write").body}
      />
      <SubmitRow text={t("feedback:track.writeSend")} look="secondary" />
    </form>
  );
}

export function SupplementForm({ request, until, refused }: { request: string; until: string | null; refused: Refused | undefined }) {
  const t = useText();
  const { lang } = useLanguage();
  return (
    <form method="post" encType="multipart/form-data" noValidate className="stack" data-once="">
      <Notice tone="warn">
        <Paragraphs text={request} />
        {until ? <p>{t("feedback:track.supplementUntil", { day: formatDay(lang, until) })}</p> : null}
      </Notice>
      <input type="hidden" name="intent" value="supplement" />
      <TextArea
        id="f-supplement"
        name="body"
        rows={8}
        label={t("feedback:track.supplement")}
        error={errorOf(refused, "supplement")}
        limit={messageMaxLength}
        left={t("feedback:form.bodyLeft")}
        over={t("feedback:form.bodyOver")}
        defaultValue={typedOf(refused, "supplement").body}
      />
      <FileField
        id="supplement-photos"
        name="photos"
        label={t("feedback:check.photos")}
        optional={t("common:optional")}
        hint={t("feedback:check.photosHint", { most: String(maxAttachments), size: `${attachmentMaxBytes / 1024 / 1024} MB` })}
        accept="image/jpeg,image/png,image/webp,image/heic,.jpg,.jpeg,.png,.webp,.heic"
        multiple
      />
      <SubmitRow text={t("feedback:track.supplementSend")} />
    </form>
  );
}

export function ReopenForm({ refused }: { refused: Refused | undefined }) {
  const t = useText();
  const typed = typedOf(refused, "reopen");
  return (
    <Section id="xem-lai" title={t("feedback:track.reopenTitle")}>
      <form method="post" noValidate className="stack" data-once="">
        <p className="measure">{t("feedback:track.reopenHint")}</p>
        <input type="hidden" name="intent" value="reopen" />
        <TextArea
          id="f-reopen"
          name="reason"
          rows={6}
          label={t("feedback:track.reopenReason")}
          error={errorOf(refused, "reopen")}
          limit={messageMaxLength}
          left={t("feedback:form.bodyLeft")}
          over={t("feedback:form.bodyOver")}
          defaultValue={typed.reason}
        />
        <Checkbox id="newFacts" name="newFacts" label={t("feedback:track.reopenNewFacts")} defaultChecked={typed.newFacts === "on"} />
        <SubmitRow text={t("feedback:track.reopen")} look="secondary" />
      </form>
    </Section>
  );
}

/** After a low rating: up to the unit above the one that answered. */
export function AppealForm({ refused }: { refused: Refused | undefined }) {
  const t = useText();
  const typed = typedOf(refused, "appeal");
  return (
    <Section id="len-cap-tren" title={t("feedback:track.appealTitle")}>
      <form method="post" noValidate className="stack" data-once="">
        <p className="measure">{t("feedback:track.appealHint")}</p>
        <input type="hidden" name="intent" value="appeal" />
        <TextArea
          id="f-appeal"
          name="reason"
          rows={6}
          label={t("feedback:track.appealReason")}
          error={errorOf(refused, "appeal")}
          limit={messageMaxLength}
          left={t("feedback:form.bodyLeft")}
          over={t("feedback:form.bodyOver")}
          defaultValue={typed.reason}
        />
        <SubmitRow text={t("feedback:track.appeal")} look="secondary" />
      </form>
    </Section>
  );
}

export function WithdrawForm() {
  const t = useText();
  return (
    <div className="screen-only">
      <Disclosure summary={t("feedback:track.withdrawTitle")}>
        <form method="post" className="stack" id="f-withdraw" data-once="">
          <p className="measure">{t("feedback:track.withdrawHint")}</p>
          <SubmitRow text={t("feedback:track.withdraw")} name="intent" value="withdraw" look="danger" />
        </form>
      </Disclosure>
    </div>
  );
}
