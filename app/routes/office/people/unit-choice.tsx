import { Select, type Choice } from "#app/components/form/select.tsx";
import { useText } from "#app/i18n/use-text.ts";

/** Where a role holds: a unit and all below it, or the whole portal where the administrator manages all of it. */
export function UnitChoice({
  id,
  units,
  everywhere,
  error,
  defaultValue,
}: {
  id: string;
  units: Choice[];
  everywhere: boolean;
  error?: string | undefined;
  defaultValue?: string | undefined;
}) {
  const t = useText();
  return (
    <Select
      id={id}
      name="unitId"
      label={t("people:list.unit")}
      placeholder={everywhere ? t("people:list.wholePortal") : undefined}
      choices={units}
      error={error}
      defaultValue={defaultValue}
      width="medium"
    />
  );
}
