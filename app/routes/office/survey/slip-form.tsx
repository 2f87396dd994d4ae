import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { RadioGroup } from "#app/components/form/choice-group.tsx";
import { Select, type ChoiceGroup } from "#app/components/form/select.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { slipOccasions, slipsPerBatch } from "#app/domain/surveys/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { FieldErrors } from "../../sentences.ts";
import { type SlipLayout, slipLayouts } from "./slip-layouts.ts";

/** Which slips to issue: place, procedure, occasion, how many, for how long. */
export function SlipForm({
  places,
  procedures,
  typed = {},
  errors = {},
  refused,
}: {
  places: readonly ChoiceGroup[];
  procedures: readonly ChoiceGroup[];
  typed?: Record<string, string> | undefined;
  errors?: FieldErrors | undefined;
  refused?: string | null | undefined;
}) {
  const t = useText();
  const number = (name: "count" | "validDays", usual: string) => ({
    id: name,
    name,
    type: "number",
    min: 1,
    width: "short" as const,
    label: t(`surveys:slips.${name}`),
    error: errors[name],
    defaultValue: typed[name] ?? usual,
  });
  return (
    <form method="post" noValidate className="stack measure">
      <FormErrorSummary
        title={t("common:formErrors")}
        fields={[
          { error: refused ?? undefined },
          ...["place", "procedure", "occasion", "count", "validDays"].map((name) => ({ id: name, error: errors[name] })),
        ]}
      />
      <Select
        id="place"
        name="place"
        label={t("surveys:slips.unit")}
        placeholder={t("surveys:form.chooseUnit")}
        choices={places}
        error={errors.place}
        defaultValue={typed.place}
      />
      <Select
        id="procedure"
        name="procedure"
        label={t("surveys:slips.procedure")}
        optional={t("common:optional")}
        placeholder={t("surveys:slips.anyProcedure")}
        choices={procedures}
        error={errors.procedure}
        defaultValue={typed.procedure}
      />
      <RadioGroup
        id="occasion"
        name="occasion"
        label={t("surveys:slips.occasion")}
        choices={slipOccasions.map((occasion) => ({ value: occasion, label: t(`words:slipOccasion.${occasion}`) }))}
        error={errors.occasion}
        defaultValue={typed.occasion ?? "result"}
      />
      <TextField {...number("count", "20")} hint={t("surveys:slips.countHint", { most: String(slipsPerBatch) })} max={slipsPerBatch} />
      <TextField {...number("validDays", "30")} />
      <RadioGroup
        id="layout"
        name="layout"
        label={t("samples:slips.paper")}
        choices={Object.keys(slipLayouts).map((layout) => ({ value: layout, label: t(`samples:slips.layout.${layout as SlipLayout}`) }))}
        defaultValue={typed.layout ?? "a6_4"}
      />
      <SubmitRow text={t("surveys:slips.submit")} note={t("surveys:slips.once")} />
    </form>
  );
}
