import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { Select, type ChoiceGroup } from "#app/components/form/select.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { kioskNameMaxLength } from "#app/domain/kiosks/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { FieldErrors } from "../../sentences.ts";

/** Where a new kiosk will stand, and what it asks about. */
export function KioskDraftForm({
  places,
  procedures,
  typed = {},
  errors = {},
}: {
  places: readonly ChoiceGroup[];
  procedures: readonly ChoiceGroup[];
  typed?: Record<string, string> | undefined;
  errors?: FieldErrors | undefined;
}) {
  const t = useText();
  return (
    <form method="post" noValidate className="stack measure">
      <FormErrorSummary title={t("common:formErrors")} fields={["name", "place", "procedure"].map((name) => ({ id: name, error: errors[name] }))} />
      <TextField
        id="name"
        name="name"
        label={t("kiosk:office.name")}
        hint={t("kiosk:office.nameHint")}
        maxLength={kioskNameMaxLength}
        error={errors.name}
        defaultValue={typed.name}
      />
      <Select
        id="place"
        name="place"
        label={t("kiosk:office.place")}
        placeholder={t("surveys:form.chooseUnit")}
        choices={places}
        error={errors.place}
        defaultValue={typed.place}
      />
      <Select
        id="procedure"
        name="procedure"
        label={t("kiosk:office.procedure")}
        optional={t("common:optional")}
        placeholder={t("kiosk:office.anyProcedure")}
        choices={procedures}
        error={errors.procedure}
        defaultValue={typed.procedure}
      />
      <SubmitRow text={t("kiosk:office.add")} />
    </form>
  );
}
