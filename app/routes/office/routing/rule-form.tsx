import { CheckboxGroup } from "#app/components/form/choice-group.tsx";
import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { Select, type Choice } from "#app/components/form/select.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextArea } from "#app/components/form/text-area.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { caseContents, caseFields, caseKinds } from "#app/domain/feedback/vocabulary.ts";
import { routingConditions, ruleNameMaxLength } from "#app/domain/routing/vocabulary.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { FieldErrors } from "../../sentences.ts";
import type { TypedRule } from "./read-rule.ts";

/** One rule: what it asks, and the unit it suggests. */
export function RuleForm({
  rule,
  revision,
  errors,
  units,
  unitsToGive,
  procedures,
}: {
  rule: TypedRule;
  revision: number;
  errors: FieldErrors;
  units: Choice[];
  unitsToGive: Choice[];
  procedures: Choice[];
}) {
  const t = useText();
  const { to } = useLanguage();
  const boxes = (condition: "kinds" | "contents" | "fields" | "procedures", choices: Choice[]) => (
    <CheckboxGroup
      id={condition}
      name={condition}
      label={t(`routing:form.${condition}`)}
      error={errors[condition]}
      choices={choices}
      defaultValue={rule.when[condition]}
    />
  );
  const phrases = (condition: "places" | "words") => (
    <TextArea
      id={condition}
      name={condition}
      label={t(`routing:form.${condition}`)}
      hint={t("routing:form.phrasesHint")}
      error={errors[condition]}
      rows={3}
      defaultValue={rule.when[condition].join("\n")}
    />
  );
  return (
    <form method="post" noValidate className="stack measure">
      <FormErrorSummary
        title={t("formErrors")}
        fields={[
          { id: "name", error: errors.name },
          { id: "kinds", error: errors.when },
          ...routingConditions.map((id) => ({ id, error: errors[id] })),
          { id: "unit", error: errors.unit },
        ]}
      />
      <input type="hidden" name="revision" value={revision} />
      <TextField
        id="name"
        name="name"
        label={t("routing:form.name")}
        hint={t("routing:form.nameHint")}
        error={errors.name}
        defaultValue={rule.name}
        maxLength={ruleNameMaxLength}
      />
      <p>{t("routing:form.lead")}</p>
      {boxes(
        "kinds",
        caseKinds.map((value) => ({ value, label: t(`words:caseKind.${value}`) })),
      )}
      {boxes(
        "fields",
        caseFields.map((value) => ({ value, label: t(`words:caseField.${value}`) })),
      )}
      {phrases("words")}
      {phrases("places")}
      <Select
        id="aboutUnits"
        name="aboutUnits"
        label={t("routing:form.aboutUnits")}
        hint={t("routing:form.aboutUnitsHint")}
        error={errors.aboutUnits}
        placeholder={t("routing:form.anyUnit")}
        choices={units}
        defaultValue={rule.when.aboutUnits[0] ?? ""}
      />
      <Disclosure summary={t("routing:form.contents")} open={rule.when.contents.length > 0}>
        {boxes(
          "contents",
          caseContents.map((value) => ({ value: String(value), label: t(`words:caseContent.c${value}`) })),
        )}
      </Disclosure>
      <Disclosure summary={t("routing:form.procedures")} open={rule.when.procedures.length > 0}>
        {boxes("procedures", procedures)}
      </Disclosure>
      <Select
        id="unit"
        name="unit"
        label={t("routing:form.unit")}
        error={errors.unit}
        placeholder={t("routing:form.chooseUnit")}
        choices={unitsToGive}
        defaultValue={rule.unit}
      />
      <SubmitRow text={t("routing:form.submit")}>
        <a href={to("/can-bo/phan-cong")}>{t("routing:form.back")}</a>
      </SubmitRow>
    </form>
  );
}
