import { DateField } from "#app/components/form/date-field.tsx";
import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { Select, type Choice } from "#app/components/form/select.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { sheetsPerBatch } from "#app/domain/paper/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { FieldErrors } from "../../sentences.ts";

const fields = ["unit", "procedure", "filledFrom", "filledTo", "firstNumber", "sheets"] as const;

/** What is known of a pile before it is typed: whose it is, when it was filled in, how its sheets are numbered. */
export function BatchForm({
  units,
  procedures,
  lastDay,
  typed = {},
  errors = {},
  refused,
}: {
  units: readonly Choice[];
  procedures: readonly Choice[];
  /** The last day on which sheets can have been filled in: today, or the round's last. */
  lastDay: string;
  typed?: Record<string, string> | undefined;
  errors?: FieldErrors | undefined;
  refused?: string | null | undefined;
}) {
  const t = useText();
  const field = (name: (typeof fields)[number], usual?: string) => ({ id: name, name, error: errors[name], defaultValue: typed[name] ?? usual });
  const number = { type: "number", min: 1, width: "short" as const, inputMode: "numeric" as const };
  return (
    <form method="post" noValidate className="stack measure">
      <FormErrorSummary
        title={t("common:formErrors")}
        fields={[{ error: refused ?? undefined }, ...fields.map((name) => ({ id: name, error: errors[name] }))]}
      />
      <Select
        {...field("unit", units.length === 1 ? units[0]?.value : undefined)}
        label={t("paper:batches.unit")}
        placeholder={t("surveys:form.chooseUnit")}
        choices={units}
      />
      <Select
        {...field("procedure")}
        label={t("paper:batches.procedure")}
        optional={t("common:optional")}
        placeholder={t("paper:batches.anyProcedure")}
        choices={procedures}
      />
      <DateField {...field("filledFrom", lastDay)} label={t("paper:batches.filledFrom")} />
      <DateField {...field("filledTo", lastDay)} label={t("paper:batches.filledTo")} />
      <TextField {...field("firstNumber", "1")} {...number} label={t("paper:batches.firstNumber")} hint={t("paper:batches.firstNumberHint")} />
      <TextField
        {...field("sheets")}
        {...number}
        max={sheetsPerBatch}
        label={t("paper:batches.sheets")}
        hint={t("paper:batches.sheetsHint", { most: String(sheetsPerBatch) })}
      />
      <SubmitRow text={t("paper:batches.submit")} />
    </form>
  );
}
