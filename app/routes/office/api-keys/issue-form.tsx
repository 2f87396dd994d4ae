import { DateField } from "#app/components/form/date-field.tsx";
import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { Select } from "#app/components/form/select.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { apiKeyScopes, usualHourlyLimit } from "#app/domain/partners/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { KeysAnswer } from "./manage-keys.server.ts";

/** A new key: for whom, for what, until when, how often. */
export function IssueForm({ answer }: { answer: KeysAnswer | undefined }) {
  const t = useText();
  const errors = answer?.errors ?? {};
  const typed = answer?.typed ?? {};
  return (
    <form method="post" noValidate className="stack measure" autoComplete="off">
      <FormErrorSummary
        title={t("formErrors")}
        fields={(["partner", "scope", "validUntil", "hourlyLimit"] as const).map((name) => ({ id: name, error: errors[name] }))}
      />
      <input type="hidden" name="intent" value="issue" />
      <TextField
        id="partner"
        name="partner"
        label={t("open311:keys.partner")}
        hint={t("open311:keys.partnerHint")}
        error={errors.partner}
        defaultValue={typed.partner}
        width="medium"
      />
      <Select
        id="scope"
        name="scope"
        label={t("open311:keys.scope")}
        choices={apiKeyScopes.map((scope) => ({ value: scope, label: t(`open311:keys.scopes.${scope}`) }))}
        error={errors.scope}
        defaultValue={typed.scope}
        width="medium"
      />
      <DateField
        id="validUntil"
        name="validUntil"
        label={t("open311:keys.validUntil")}
        hint={t("open311:keys.validUntilHint")}
        error={errors.validUntil}
        defaultValue={typed.validUntil}
      />
      <TextField
        id="hourlyLimit"
        name="hourlyLimit"
        inputMode="numeric"
        label={t("open311:keys.hourlyLimit")}
        hint={t("open311:keys.hourlyLimitHint")}
        error={errors.hourlyLimit}
        defaultValue={typed.hourlyLimit ?? String(usualHourlyLimit)}
        width="short"
      />
      <SubmitRow text={t("open311:keys.submit")} note={t("open311:keys.submitNote")} />
    </form>
  );
}
