import { Select } from "#app/components/form/select.tsx";
import { FilterBar } from "#app/components/ui/filter-bar.tsx";
import type { ModeGroup } from "#app/domain/surveys/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";

type Choices = readonly { value: string; label: string }[];

/** One unit or one procedure at a time, or both: every view has its own address. */
export function ResultsFilter({
  action,
  filter,
  group,
  units,
  procedures,
}: {
  action: string;
  /** The group whose charts are looked at, where there are two. */
  group: ModeGroup | null;
  filter: { unit?: string | undefined; procedure?: string | undefined };
  units: Choices;
  procedures: Choices;
}) {
  const t = useText();
  if (units.length < 2 && procedures.length === 0) return null;
  return (
    <FilterBar
      label={t("results:filter")}
      action={action}
      submit={t("results:show")}
      reset={filter.unit || filter.procedure ? { href: action, text: t("common:clearFilter") } : undefined}
    >
      {group === "self_selected" ? <input type="hidden" name="nhom" value={group} /> : null}
      {units.length > 1 ? (
        <Select id="don-vi" name="don-vi" label={t("results:unit")} placeholder={t("results:allUnits")} choices={units} defaultValue={filter.unit} />
      ) : null}
      {procedures.length > 0 ? (
        <Select
          id="thu-tuc"
          name="thu-tuc"
          label={t("results:procedure")}
          placeholder={t("results:allProcedures")}
          choices={procedures}
          defaultValue={filter.procedure}
        />
      ) : null}
    </FilterBar>
  );
}
