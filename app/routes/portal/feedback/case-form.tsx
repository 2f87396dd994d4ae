import { useForm, type SubmissionResult } from "@conform-to/react";
import type { z } from "zod";
import { DateField } from "#app/components/form/date-field.tsx";
import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { HiddenHoneypot } from "#app/components/form/honeypot.tsx";
import { RadioGroup } from "#app/components/form/choice-group.tsx";
import { Select, type Choice, type ChoiceGroup } from "#app/components/form/select.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextArea } from "#app/components/form/text-area.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import type { CaseDraft } from "#app/domain/feedback/schemas.ts";
import { bodyMaxLength, bodyMinLength, caseContents, submitterTypes, type CaseKind } from "#app/domain/feedback/vocabulary.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { errorWords } from "../../feedback/error-words.ts";
import { AboutChip, type About } from "./about-chip.tsx";
import type { CaseFormTexts } from "./read-case-form.server.ts";

type Values = z.input<typeof CaseDraft>;

export type CaseFormProps = {
  kind: CaseKind;
  typed: CaseFormTexts;
  result?: SubmissionResult | undefined;
  about: About | null;
  units: (Choice | ChoiceGroup)[];
  today: string;
  started: string;
};

/** The second step: what happened, and how to reach the sender. Asks only what the kind needs (domain.md 4.7). */
export function CaseForm({ kind, typed, result, about, units, today, started }: CaseFormProps) {
  const t = useText();
  const { lang, to } = useLanguage();
  const [form, fields] = useForm<Values>({ id: "gui", lastResult: result ?? null });
  const contact = fields.contact.getFieldset();
  const optional = t("common:optional");
  const named = kind === "phan_anh_kien_nghi";
  const reachable = named || kind === "hoi_dap";
  const field = (meta: { id: string; name: string; errors?: string[] | undefined }) => ({
    id: meta.id,
    name: meta.name,
    error: errorWords(t, meta.errors),
    defaultValue: typed[meta.name as keyof CaseFormTexts],
  });
  // In the summary each sentence stands alone, so it says which field it is about.
  const shown = [
    [fields.subject, t("feedback:form.subject")],
    [fields.body, t("feedback:form.body")],
    [fields.content, t("feedback:form.content")],
    [fields.place, t("feedback:form.place")],
    [fields.happenedOn, t("feedback:form.happenedOn")],
    [fields.unit, t("feedback:form.unit")],
    [fields.submitterType, t("feedback:form.submitterType")],
    [contact.organisation, t("feedback:form.organisation")],
    [contact.name, t("feedback:form.name")],
    [contact.phone, t("feedback:form.phone")],
    [contact.email, t("feedback:form.email")],
    [contact.address, t("feedback:form.address")],
  ] as const;

  return (
    <form
      method="post"
      action={to("/phan-anh/gui")}
      id={form.id}
      noValidate
      className="stack"
      data-draft={`gui-${kind}`}
      data-draft-saved={t("feedback:form.draftSaved")}
      data-draft-restored={t("feedback:form.draftRestored")}
      data-draft-discard={t("feedback:form.draftDiscard")}
    >
      <FormErrorSummary
        title={t("formErrors")}
        fields={[
          ...shown.map(([meta, label]) => ({ id: meta.id, error: errorWords(t, meta.errors).map((error) => `${label}: ${error}`) })),
          { error: errorWords(t, form.errors) },
        ]}
      />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="started" value={started} />
      {typed.similar ? <input type="hidden" name="similar" value="1" /> : null}
      {about ? <AboutChip about={about} kind={kind} /> : null}

      <Section id="su-viec" title={t("feedback:form.what")}>
        <div className="stack">
          <TextField {...field(fields.subject)} label={t("feedback:form.subject")} hint={t("feedback:form.subjectHint")} />
          <TextArea
            {...field(fields.body)}
            label={t("feedback:form.body")}
            hint={t("feedback:form.bodyHint")}
            rows={10}
            limit={bodyMaxLength}
            lengthNote={t("feedback:form.bodyLength", { min: formatNumber(lang, bodyMinLength), max: formatNumber(lang, bodyMaxLength) })}
            left={t("feedback:form.bodyLeft")}
            over={t("feedback:form.bodyOver")}
          />
          {named ? (
            <Select
              {...field(fields.content)}
              label={t("feedback:form.content")}
              optional={optional}
              placeholder={t("feedback:form.contentAny")}
              choices={caseContents.map((content) => ({ value: String(content), label: t(`feedback:contents.c${content}`) }))}
            />
          ) : null}
          {kind === "phan_anh_hien_truong" ? (
            <TextField {...field(fields.place)} label={t("feedback:form.place")} hint={t("feedback:form.placeHint")} />
          ) : null}
          {kind === "gop_y" || kind === "hoi_dap" ? null : (
            <DateField {...field(fields.happenedOn)} label={t("feedback:form.happenedOn")} optional={optional} max={today} />
          )}
          {about ? null : (
            <Select
              {...field(fields.unit)}
              label={t("feedback:form.unit")}
              hint={t("feedback:form.unitHint")}
              optional={optional}
              placeholder={t("feedback:form.unitAny")}
              choices={units}
            />
          )}
          <p className="muted small">{t(kind === "phan_anh_hien_truong" ? "feedback:form.photosAtPlace" : "feedback:form.photosLater")}</p>
        </div>
      </Section>

      <Section id="lien-he" title={t("feedback:form.who")}>
        <div className="stack">
          <Notice>{named ? t("feedback:form.whyNamed") : reachable ? t("feedback:form.whyReachable") : t("feedback:form.whyAnonymous")}</Notice>
          <RadioGroup
            {...field(fields.submitterType)}
            defaultValue={typed.submitterType ?? "citizen"}
            label={t("feedback:form.submitterType")}
            choices={submitterTypes.map((type) => ({ value: type, label: t(`words:submitterType.${type}`) }))}
          />
          <TextField {...field(contact.organisation)} label={t("feedback:form.organisation")} optional={optional} autoComplete="organization" />
          <TextField
            {...field(contact.name)}
            label={t("feedback:form.name")}
            optional={named ? undefined : optional}
            autoComplete="name"
            width="medium"
            data-draft-skip=""
          />
          <TextField
            {...field(contact.phone)}
            label={t("feedback:form.phone")}
            optional={reachable ? undefined : optional}
            type="tel"
            data-draft-skip=""
            autoComplete="tel"
            width="medium"
          />
          <TextField
            {...field(contact.email)}
            label={t("feedback:form.email")}
            hint={t("feedback:form.emailHint")}
            optional={reachable ? undefined : optional}
            type="email"
            data-draft-skip=""
            autoComplete="email"
            width="medium"
          />
          {named ? (
            <TextField {...field(contact.address)} label={t("feedback:form.address")} autoComplete="street-address" data-draft-skip="" />
          ) : null}
          {named ? (
            <>
              <input type="hidden" name="publishWish" value="on" />
              <Notice>{t("feedback:form.publishAlways")}</Notice>
            </>
          ) : (
            <RadioGroup
              id="gui-publishWish"
              name="publishWish"
              label={t("feedback:form.publishWish")}
              hint={t("feedback:form.publishWishHint")}
              defaultValue={typed.publishWish ?? "on"}
              choices={[
                { value: "on", label: t("feedback:form.publishYes") },
                { value: "no", label: t("feedback:form.publishNo") },
              ]}
            />
          )}
        </div>
      </Section>

      <HiddenHoneypot name="more" label={t("common:honeypot")} />
      <SubmitRow text={t("feedback:form.next")} name="intent" value="check" note={<p className="muted">{t("feedback:form.notYet")}</p>}>
        <a href={to("/phan-anh/gui")}>{t("feedback:send.changeKind")}</a>
      </SubmitRow>
    </form>
  );
}
