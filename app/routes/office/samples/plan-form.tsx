import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { RadioGroup } from "#app/components/form/choice-group.tsx";
import { Select } from "#app/components/form/select.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { allocations, confidenceLevels, sampleMethods } from "#app/domain/samples/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { FieldErrors } from "../../sentences.ts";
import type { TypedWish } from "./read-wish.ts";

/** What a plan is asked for, as a GET form: a plan has an address of its own. `population`: only where there is no list. */
export function PlanForm({ typed, errors, population }: { typed: TypedWish; errors: FieldErrors; population: string | null }) {
  const t = useText();
  const number = (name: "margin" | "share" | "responseRate" | "minimum") => ({
    id: name,
    name,
    inputMode: "decimal" as const,
    width: "short" as const,
    label: t(`samples:plan.${name}`),
    error: errors[name],
    defaultValue: typed[name],
  });
  return (
    <form method="get" action="#ke-hoach" noValidate className="stack measure">
      <FormErrorSummary
        title={t("common:formErrors")}
        fields={["population", "method", "margin", "confidence", "share", "responseRate", "minimum", "allocation"].map((id) => ({
          id,
          error: errors[id],
        }))}
      />
      {population === null ? null : (
        <TextField
          id="population"
          name="population"
          inputMode="numeric"
          width="short"
          label={t("samples:plan.population")}
          hint={t("samples:plan.populationHint")}
          error={errors.population}
          defaultValue={population}
        />
      )}
      <RadioGroup
        id="method"
        name="method"
        label={t("samples:plan.method")}
        choices={sampleMethods.map((method) => ({ value: method, label: t(`samples:plan.${method}`), hint: t(`samples:plan.${method}Hint`) }))}
        error={errors.method}
        defaultValue={typed.method}
      />
      <TextField {...number("margin")} />
      <Select
        id="confidence"
        name="confidence"
        label={t("samples:plan.confidence")}
        choices={confidenceLevels.map((level) => ({ value: String(level), label: `${level} %` }))}
        error={errors.confidence}
        defaultValue={typed.confidence}
        width="short"
      />
      <TextField {...number("share")} hint={t("samples:plan.shareHint")} />
      <TextField {...number("responseRate")} hint={t("samples:plan.responseRateHint")} />
      <TextField {...number("minimum")} hint={t("samples:plan.minimumHint")} />
      <RadioGroup
        id="allocation"
        name="allocation"
        label={t("samples:plan.allocation")}
        choices={allocations.map((allocation) => ({ value: allocation, label: t(`samples:plan.${allocation}`) }))}
        error={errors.allocation}
        defaultValue={typed.allocation}
      />
      <SubmitRow text={t("samples:plan.count")} look="secondary" />
    </form>
  );
}
