import { DateField } from "#app/components/form/date-field.tsx";
import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { Select, type Choice } from "#app/components/form/select.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { dayKinds } from "#app/domain/calendar/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { CalendarAnswer } from "./change-calendar.server.ts";

const fields = ["day", "kind", "workedOn", "nameVi", "nameEn", "source", "unitId", "note"] as const;

/** A new holiday, swap or closure, with what it rests on. What it moves is shown first; saving makes a new calendar version. */
export function AddDayForm({
  version,
  units,
  everywhere,
  answer,
}: {
  version: number;
  units: Choice[];
  everywhere: boolean;
  answer: CalendarAnswer | undefined;
}) {
  const t = useText();
  const errors = answer?.errors ?? {};
  const typed = answer?.typed ?? {};
  const text = (name: "nameVi" | "nameEn" | "source" | "note", hint?: string) => (
    <TextField
      id={name}
      name={name}
      label={t(name === "source" ? "office:calendar.source" : `office:calendar.${name}`)}
      hint={hint}
      error={errors[name]}
      defaultValue={typed[name]}
    />
  );
  return (
    <form method="post" noValidate className="stack measure">
      <p>{t("office:calendar.addNote")}</p>
      <FormErrorSummary title={t("formErrors")} fields={fields.map((id) => ({ id, error: errors[id] }))} />
      <input type="hidden" name="intent" value="preview_add" />
      <input type="hidden" name="basedOn" value={version} />
      <DateField id="day" name="day" label={t("office:calendar.day")} error={errors.day} defaultValue={typed.day} />
      <Select
        id="kind"
        name="kind"
        label={t("office:calendar.kind")}
        placeholder={t("office:calendar.chooseKind")}
        choices={dayKinds.map((value) => ({ value, label: t(`office:calendar.kinds.${value}`) }))}
        error={errors.kind}
        defaultValue={typed.kind}
        width="medium"
      />
      <DateField
        id="workedOn"
        name="workedOn"
        label={t("calendar:preview.workedOn")}
        hint={t("calendar:preview.workedOnHint")}
        error={errors.workedOn}
        defaultValue={typed.workedOn}
        optional={t("common:optional")}
      />
      {text("nameVi")}
      {text("nameEn")}
      {text("source", t("office:calendar.sourceHint"))}
      <Select
        id="unitId"
        name="unitId"
        label={t("office:calendar.unit")}
        hint={t("office:calendar.unitHint")}
        placeholder={everywhere ? t("office:calendar.everywhere") : undefined}
        choices={units}
        error={errors.unitId}
        defaultValue={typed.unitId}
        width="medium"
      />
      {text("note")}
      <SubmitRow text={t("calendar:preview.show")} />
    </form>
  );
}
