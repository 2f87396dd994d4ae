import { CheckboxGroup } from "#app/components/form/choice-group.tsx";
import { DateField } from "#app/components/form/date-field.tsx";
import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { Select, type Choice } from "#app/components/form/select.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextArea } from "#app/components/form/text-area.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { consentMaxLength, keyingDaysMost, sheetModes } from "#app/domain/surveys/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { FieldErrors } from "../../sentences.ts";
import type { RoundTyped } from "./read-round-draft.server.ts";

const fields = [
  "titleVi",
  "titleEn",
  "questionnaireVersionId",
  "opensOn",
  "closesOn",
  "keyingUntil",
  "target",
  "modes",
  "units",
  "consentVi",
  "consentEn",
] as const;

/** A round drawn up for one authority, new or changed. It stays inside the office until it is opened. */
export function RoundForm({
  authority,
  units,
  questionnaires,
  target,
  consent,
  typed = {},
  errors = {},
  refused,
  submit,
}: {
  authority: string;
  units: readonly Choice[];
  questionnaires: readonly Choice[];
  target: number | null;
  /** What respondents are usually told, in both languages. */
  consent: { consentVi: string; consentEn: string };
  typed?: RoundTyped | undefined;
  errors?: FieldErrors | undefined;
  refused?: string | null | undefined;
  /** Words of the button, where it is not a new round. */
  submit?: string | undefined;
}) {
  const t = useText();
  const before = (name: (typeof fields)[number]) => (typeof typed[name] === "string" ? typed[name] : undefined);
  const chosen = (name: (typeof fields)[number]) => (Array.isArray(typed[name]) ? typed[name] : []);
  const text = (name: "titleVi" | "titleEn") => ({
    id: name,
    name,
    label: t(`surveys:office.${name}`),
    error: errors[name],
    defaultValue: before(name),
    maxLength: 200,
  });
  const day = (name: "opensOn" | "closesOn" | "keyingUntil") => ({
    id: name,
    name,
    label: t(`surveys:office.${name}`),
    error: errors[name],
    defaultValue: before(name),
  });
  return (
    <form method="post" noValidate className="stack measure">
      <FormErrorSummary
        title={t("common:formErrors")}
        fields={[{ error: refused ?? undefined }, ...fields.map((name) => ({ id: name, error: errors[name] }))]}
      />
      <input type="hidden" name="authority" value={authority} />
      <TextField {...text("titleVi")} />
      <TextField {...text("titleEn")} />
      <Select
        id="questionnaireVersionId"
        name="questionnaireVersionId"
        label={t("surveys:office.questionnaire")}
        placeholder={t("surveys:office.chooseQuestionnaire")}
        choices={questionnaires}
        error={errors.questionnaireVersionId}
        defaultValue={before("questionnaireVersionId")}
      />
      <DateField {...day("opensOn")} />
      <DateField {...day("closesOn")} />
      <DateField
        {...day("keyingUntil")}
        optional={t("common:optional")}
        hint={t("surveys:office.keyingUntilHint", { most: String(keyingDaysMost) })}
      />
      <TextField
        id="target"
        name="target"
        inputMode="decimal"
        width="short"
        label={t("surveys:office.target")}
        hint={t("surveys:office.targetHint")}
        error={errors.target}
        defaultValue={before("target") ?? (target === null ? "" : String(target))}
      />
      <CheckboxGroup
        id="modes"
        name="modes"
        label={t("surveys:office.modes")}
        choices={sheetModes.map((mode) => ({ value: mode, label: t(`words:sheetMode.${mode}`) }))}
        error={errors.modes}
        defaultValue={chosen("modes")}
      />
      <CheckboxGroup id="units" name="units" label={t("surveys:office.units")} choices={units} error={errors.units} defaultValue={chosen("units")} />
      {(["consentVi", "consentEn"] as const).map((name) => (
        <TextArea
          key={name}
          id={name}
          name={name}
          rows={4}
          label={t(name === "consentVi" ? "life:consent.vi" : "life:consent.en")}
          hint={name === "consentVi" ? t("life:consent.hint") : undefined}
          error={errors[name]}
          defaultValue={before(name) ?? consent[name]}
          limit={consentMaxLength}
        />
      ))}
      <SubmitRow text={submit ?? t("surveys:office.create")} />
    </form>
  );
}
