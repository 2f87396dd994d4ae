import { Checkbox } from "#app/components/form/checkbox.tsx";
import { FileField } from "#app/components/form/file-field.tsx";
import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { DefinitionList, type Fact } from "#app/components/ui/definition-list.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import type { FormalMatter } from "#app/domain/feedback/formal-words.ts";
import type { CaseDraft } from "#app/domain/feedback/schemas.ts";
import { attachmentMaxBytes, maxAttachments } from "#app/domain/feedback/vocabulary.ts";
import type { PersonalDataKind } from "#app/domain/publishing/personal-data.ts";
import { formatDay, formatList } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { AnswerPromise } from "../../feedback/answer-promise.server.ts";
import { MarkedText } from "../../feedback/marked-text.tsx";
import { Expectations, Promised } from "./expectations.tsx";
import { FormalNotice } from "./formal-notice.tsx";
import { type SimilarShown, SimilarSection } from "./similar-section.tsx";
import { UrgentNotice } from "./urgent-notice.tsx";
import type { CaseFormTexts } from "./read-case-form.server.ts";

export type CaseReviewProps = {
  typed: CaseFormTexts;
  draft: CaseDraft;
  aboutName: string | null;
  unitName: string | null;
  /** Made for this page: however often it is sent, there is one case. */
  sendKey: string;
  urgent: boolean;
  /** What the letter reads like, by its words. */
  formal: FormalMatter | null;
  promise: AnswerPromise | null;
  notVietnamese: boolean;
  /** What the detector found in what the sender wrote, each once: said before sending, never a refusal. */
  personal: { kind: PersonalDataKind; text: string }[];
  /** The authority's own contacts, which are nobody's. */
  ownContacts: string[];
  similar: SimilarShown[];
  /** Refusals and errors of the last try, in words. */
  errors: { photos?: string | undefined; consent?: string | undefined; form?: string | undefined };
  /** Photos chosen in a try that failed: browsers do not give them back. */
  photosLost: boolean;
};

/** The last step: everything as it will be sent, photos, consent. Nothing is stored before its button. */
export function CaseReview({
  typed,
  draft,
  aboutName,
  unitName,
  sendKey,
  urgent,
  formal,
  promise,
  notVietnamese,
  similar,
  errors,
  photosLost,
  ...found
}: CaseReviewProps) {
  const t = useText();
  const { lang, to } = useLanguage();
  const personal = found.personal.map(({ kind, text }) => `${t(`feedback:personalKind.${kind}`)} (${text})`);
  const { contact } = draft;
  const atPlace = draft.kind === "phan_anh_hien_truong";
  const facts: Fact[] = [
    { term: t("feedback:page.kind"), detail: t(`words:caseKind.${draft.kind}`) },
    ...fact(t("feedback:page.procedure"), aboutName),
    ...fact(t("feedback:form.unit"), unitName),
    ...fact(t("feedback:form.content"), draft.content && t(`words:caseContent.c${draft.content}`)),
    { term: t("feedback:form.subject"), detail: draft.subject },
    { term: t("feedback:form.body"), detail: <MarkedText text={draft.body} allowed={found.ownContacts} /> },
    ...fact(t("feedback:form.place"), draft.place),
    ...fact(t("feedback:form.happenedOn"), draft.happenedOn && formatDay(lang, draft.happenedOn)),
    { term: t("feedback:form.submitterType"), detail: t(`words:submitterType.${draft.submitterType}`) },
    ...fact(t("feedback:form.organisation"), contact.organisation),
    ...fact(t("feedback:form.name"), contact.name),
    ...fact(t("feedback:form.phone"), contact.phone),
    ...fact(t("feedback:form.email"), contact.email),
    ...fact(t("feedback:form.address"), contact.address),
  ];

  return (
    <form method="post" action={to("/phan-anh/gui")} encType="multipart/form-data" noValidate className="stack stack-loose" data-once="">
      <FormErrorSummary
        title={t("feedback:check.notSent")}
        fields={[{ error: errors.form }, { id: "photos", error: errors.photos }, { id: "consent", error: errors.consent }]}
      />
      {Object.entries(typed).map(([name, value]) =>
        name === "intent" || name === "consent" || name === "key" || name === "similar" || value === undefined ? null : (
          <input key={name} type="hidden" name={name} value={value} />
        ),
      )}
      <input type="hidden" name="key" value={sendKey} />
      {similar.length > 0 || typed.similar ? <input type="hidden" name="similar" value="1" /> : null}

      {urgent ? <UrgentNotice /> : null}
      {formal ? <FormalNotice matter={formal} /> : null}
      {notVietnamese ? (
        <Notice tone="warn" title={t("feedback:check.notVietnameseTitle")}>
          <p>{t("feedback:check.notVietnamese")}</p>
        </Notice>
      ) : null}
      {personal.length > 0 ? (
        <Notice tone="warn" title={t("feedback:check.personalTitle")}>
          <p>{t("feedback:check.personal", { list: formatList(lang, personal) })}</p>
        </Notice>
      ) : null}

      {similar.length > 0 ? <SimilarSection similar={similar} /> : null}

      <Section id="noi-dung-gui" title={t("feedback:check.yourText")}>
        <DefinitionList facts={facts} />
      </Section>

      <Expectations kind={draft.kind} promise={promise} published={draft.publishWish} />
      {promise ? <Promised {...promise} /> : null}

      <div className="stack">
        <FileField
          id="photos"
          name="photos"
          label={t("feedback:check.photos")}
          hint={[
            ...(atPlace ? [t("feedback:check.photosAtPlace")] : []),
            t("feedback:check.photosHint", { most: String(maxAttachments), size: `${attachmentMaxBytes / 1024 / 1024} MB` }),
          ].join(" ")}
          optional={atPlace ? undefined : t("common:optional")}
          error={errors.photos ?? (photosLost ? t("feedback:check.photosAgain") : undefined)}
          accept="image/jpeg,image/png,image/webp,image/heic,.jpg,.jpeg,.png,.webp,.heic"
          multiple
        />
        <Checkbox id="consent" name="consent" label={t("feedback:check.consent")} hint={t("feedback:check.consentHint")} error={errors.consent} />
        <p>
          <a href={to("/quyen-rieng-tu")}>{t("feedback:check.privacy")}</a>
        </p>
        <SubmitRow text={t("feedback:check.send")} name="intent" value="send" note={<p className="muted">{t("feedback:check.sendNote")}</p>}>
          <Button look="secondary" name="intent" value="edit" icon="pencil">
            {t("feedback:check.edit")}
          </Button>
        </SubmitRow>
      </div>
    </form>
  );
}

const fact = (term: string, detail: string | null | undefined | 0): Fact[] => (detail ? [{ term, detail }] : []);
