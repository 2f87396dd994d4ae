import { DateField } from "#app/components/form/date-field.tsx";
import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { type Choice, Select } from "#app/components/form/select.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextArea } from "#app/components/form/text-area.tsx";
import { reasonMaxLength } from "#app/domain/surveys/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { FieldErrors } from "../../sentences.ts";

const fields = ["unit", "mode", "fromDay", "toDay", "flag", "reason", "note"] as const;

/** A group of sheets to be left out, by one or more of unit, way of answering, days and flag. */
export function ExclusionForm({
  units,
  modes,
  flagged,
  reasons,
  typed = {},
  errors = {},
}: {
  units: readonly Choice[];
  modes: readonly Choice[];
  flagged: readonly Choice[];
  reasons: readonly Choice[];
  typed?: Record<string, string> | undefined;
  errors?: FieldErrors | undefined;
}) {
  const t = useText();
  const shared = (name: (typeof fields)[number]) => ({ id: name, name, error: errors[name], defaultValue: typed[name] });
  const any = { placeholder: t("life:check.any") };
  return (
    <form method="post" noValidate className="stack measure">
      <p className="muted">{t("life:check.declareLead")}</p>
      <FormErrorSummary title={t("common:formErrors")} fields={fields.map((name) => ({ id: name, error: errors[name] }))} />
      <Select {...shared("unit")} {...any} label={t("life:check.unit")} choices={units} />
      <Select {...shared("mode")} {...any} label={t("life:check.mode")} choices={modes} />
      <DateField {...shared("fromDay")} label={t("life:check.fromDay")} />
      <DateField {...shared("toDay")} label={t("life:check.toDay")} />
      <Select {...shared("flag")} {...any} label={t("life:check.flag")} choices={flagged} />
      <Select {...shared("reason")} placeholder="" label={t("life:check.reason")} choices={reasons} />
      <TextArea {...shared("note")} rows={3} label={t("life:check.note")} limit={reasonMaxLength} />
      <SubmitRow text={t("life:check.submit")} />
    </form>
  );
}
