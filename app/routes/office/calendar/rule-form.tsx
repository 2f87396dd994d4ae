import { DateField } from "#app/components/form/date-field.tsx";
import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { Select, type Choice } from "#app/components/form/select.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { useText } from "#app/i18n/use-text.ts";
import type { FieldErrors } from "../../sentences.ts";

export type RuleAnswer = { notice: string | null; refused: string | null; errors: FieldErrors; typed: Record<string, string> };

const fields = ["code", "amount", "ceiling", "cutOffHour", "unitId", "validFrom", "basis"] as const;

/** Another time for a step, from a day on. Running deadlines keep the rule they began by. */
export function RuleForm({
  choices,
  units,
  everywhere,
  today,
  answer,
}: {
  choices: Choice[];
  units: Choice[];
  everywhere: boolean;
  today: string;
  answer: RuleAnswer | undefined;
}) {
  const t = useText();
  const errors = answer?.errors ?? {};
  const typed = answer?.typed ?? {};
  const number = (name: "amount" | "ceiling" | "cutOffHour", hint?: string, optional?: string) => (
    <TextField
      id={name}
      name={name}
      type="number"
      width="short"
      label={t(`calendar:rules.form.${name}`)}
      hint={hint}
      optional={optional}
      error={errors[name]}
      defaultValue={typed[name]}
    />
  );
  return (
    <form method="post" noValidate className="stack measure">
      <FormErrorSummary title={t("formErrors")} fields={fields.map((id) => ({ id, error: errors[id] }))} />
      <Select
        id="code"
        name="code"
        label={t("calendar:rules.form.code")}
        placeholder={t("calendar:rules.form.choose")}
        choices={choices}
        error={errors.code}
        defaultValue={typed.code}
        width="medium"
      />
      {number("amount", t("calendar:rules.form.amountHint"))}
      {number("ceiling", t("calendar:rules.form.ceilingHint"), t("common:optional"))}
      {number("cutOffHour", t("calendar:rules.form.cutOffHint"), t("common:optional"))}
      <Select
        id="unitId"
        name="unitId"
        label={t("office:calendar.unit")}
        placeholder={everywhere ? t("office:calendar.everywhere") : undefined}
        choices={units}
        error={errors.unitId}
        defaultValue={typed.unitId}
        width="medium"
      />
      <DateField
        id="validFrom"
        name="validFrom"
        label={t("calendar:rules.validFrom")}
        error={errors.validFrom}
        defaultValue={typed.validFrom ?? today}
      />
      <TextField
        id="basis"
        name="basis"
        label={t("office:calendar.source")}
        hint={t("office:calendar.sourceHint")}
        error={errors.basis}
        defaultValue={typed.basis}
      />
      <SubmitRow text={t("calendar:rules.form.submit")} />
    </form>
  );
}
