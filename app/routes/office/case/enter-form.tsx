import { Form } from "@remix-run/react";
import { Checkbox } from "#app/components/form/checkbox.tsx";
import { RadioGroup } from "#app/components/form/choice-group.tsx";
import { DateField } from "#app/components/form/date-field.tsx";
import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { Select } from "#app/components/form/select.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextArea } from "#app/components/form/text-area.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import {
  bodyMaxLength,
  caseContents,
  caseKinds,
  originalNumberMaxLength,
  receivedOldestDays,
  submitterTypes,
} from "#app/domain/feedback/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { CaseFormTexts } from "../../portal/feedback/read-case-form.server.ts";
import type { FieldErrors } from "../../sentences.ts";
import { entryChannels } from "./entry-channels.ts";

type EnterFormProps = {
  units: { value: string; label: string }[];
  sendKey: string;
  today: string;
  answer: { typed: CaseFormTexts; errors: FieldErrors; refusal: string | null } | null;
};

/** One page, in the order in which people tell things; everything typed comes back when something is missing. */
export function EnterForm({ units, sendKey, today, answer }: EnterFormProps) {
  const t = useText();
  const optional = t("common:optional");
  const typed = answer?.typed ?? {};
  const errors = answer?.errors ?? {};
  const labels: Partial<Record<string, string>> = {
    channel: t("casework:enter.channel"),
    receivedOn: t("intake:enter.receivedOn"),
    receivedAt: t("intake:enter.receivedAt"),
    originalNumber: t("intake:enter.number"),
    kind: t("casework:fields.kind"),
    subject: t("feedback:form.subject"),
    body: t("feedback:form.body"),
    content: t("casework:fields.content"),
    procedure: t("casework:enter.procedure"),
    place: t("feedback:form.place"),
    happenedOn: t("feedback:form.happenedOn"),
    "contact.organisation": t("feedback:form.organisation"),
    "contact.name": t("feedback:form.name"),
    "contact.phone": t("feedback:form.phone"),
    "contact.email": t("feedback:form.email"),
    "contact.address": t("feedback:form.address"),
  };
  const field = (name: keyof CaseFormTexts) => ({ id: name, name, error: errors[name], defaultValue: typed[name] });
  return (
    <>
      <PageHeader title={t("casework:enter.title")} lead={<p>{t("casework:enter.lead")}</p>} />
      <Form method="post" noValidate className="stack">
        <FormErrorSummary
          title={t("formErrors")}
          fields={Object.keys({ ...labels, ...errors }).map((id) => ({
            id,
            error: errors[id] && labels[id] ? `${labels[id]}: ${errors[id]}` : errors[id],
          }))}
        />
        {answer?.refusal ? (
          <Notice tone="bad" live>
            {answer.refusal}
          </Notice>
        ) : null}
        <input type="hidden" name="key" value={typed.key ?? sendKey} />
        <RadioGroup
          {...field("channel")}
          label={t("casework:enter.channel")}
          hint={t("casework:enter.channelHint")}
          choices={entryChannels.map((channel) => ({ value: channel, label: t(`words:channel.${channel}`) }))}
        />
        <DateField
          {...field("receivedOn")}
          label={t("intake:enter.receivedOn")}
          hint={t("intake:enter.receivedOnHint", { days: String(receivedOldestDays.entered) })}
          optional={optional}
          max={today}
        />
        <TextField {...field("receivedAt")} type="time" label={t("intake:enter.receivedAt")} optional={optional} width="short" />
        <TextField
          {...field("originalNumber")}
          label={t("intake:enter.number")}
          hint={t("intake:enter.numberHint")}
          optional={optional}
          width="medium"
          autoComplete="off"
          maxLength={originalNumberMaxLength}
        />
        <RadioGroup
          {...field("kind")}
          label={t("casework:fields.kind")}
          choices={caseKinds.map((kind) => ({ value: kind, label: t(`words:caseKind.${kind}`) }))}
        />
        <TextField {...field("subject")} label={t("feedback:form.subject")} />
        <TextArea
          {...field("body")}
          label={t("feedback:form.body")}
          rows={10}
          limit={bodyMaxLength}
          left={t("feedback:form.bodyLeft")}
          over={t("feedback:form.bodyOver")}
        />
        <Select
          {...field("content")}
          label={t("casework:fields.content")}
          optional={optional}
          placeholder={t("casework:fields.noContent")}
          choices={caseContents.map((content) => ({ value: String(content), label: `${content}. ${t(`words:caseContent.c${content}`)}` }))}
        />
        <Select {...field("unit")} label={t("feedback:form.unit")} optional={optional} placeholder={t("feedback:form.unitAny")} choices={units} />
        <TextField
          {...field("procedure")}
          label={t("casework:enter.procedure")}
          hint={t("casework:enter.procedureHint")}
          optional={optional}
          width="medium"
        />
        <TextField {...field("place")} label={t("feedback:form.place")} optional={optional} />
        <DateField {...field("happenedOn")} label={t("feedback:form.happenedOn")} optional={optional} max={today} />
        <RadioGroup
          {...field("submitterType")}
          defaultValue={typed.submitterType ?? "citizen"}
          label={t("casework:page.sender")}
          choices={submitterTypes.map((type) => ({ value: type, label: t(`words:submitterType.${type}`) }))}
        />
        <TextField {...field("contact.organisation")} label={t("feedback:form.organisation")} optional={optional} />
        <TextField {...field("contact.name")} label={t("feedback:form.name")} width="medium" autoComplete="off" />
        <TextField {...field("contact.phone")} label={t("feedback:form.phone")} type="tel" width="medium" autoComplete="off" />
        <TextField {...field("contact.email")} label={t("feedback:form.email")} type="email" optional={optional} width="medium" autoComplete="off" />
        <TextField {...field("contact.address")} label={t("feedback:form.address")} autoComplete="off" />
        <RadioGroup
          {...field("language")}
          defaultValue={typed.language ?? "vi"}
          label={t("casework:page.language")}
          choices={(["vi", "en"] as const).map((language) => ({ value: language, label: t(`casework:page.languages.${language}`) }))}
        />
        <RadioGroup
          {...field("publishWish")}
          defaultValue={typed.publishWish ?? "on"}
          label={t("casework:page.publishWish")}
          choices={[
            { value: "on", label: t("casework:page.wishYes") },
            { value: "no", label: t("casework:page.wishNo") },
          ]}
        />
        <Checkbox
          id="readBack"
          name="readBack"
          label={t("casework:enter.readBack")}
          hint={t("casework:enter.readBackHint")}
          error={errors.readBack}
          defaultChecked={typed.readBack === "on"}
        />
        <Checkbox id="consent" name="consent" label={t("casework:enter.consent")} error={errors.consent} defaultChecked={typed.consent === "on"} />
        <SubmitRow text={t("casework:enter.submit")} />
      </Form>
    </>
  );
}
