import { Select } from "#app/components/form/select.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { useText } from "#app/i18n/use-text.ts";
import type { FormView } from "./form-view.server.ts";
import type { Typed } from "./read-survey-form.ts";

export type FixedPlace = { unit: string; procedure: string | null };

/** Which unit and procedure the answers are about: chosen, or given by the slip. */
export function AboutFields({
  view,
  typed,
  errors,
  fixed,
}: {
  view: FormView;
  typed: Typed;
  errors: ReadonlyMap<string, string>;
  fixed: FixedPlace | undefined;
}) {
  const t = useText();
  const [only] = view.units;
  return (
    <Section id="noi-danh-gia" title={fixed ? t("surveys:slip.about") : t("surveys:form.about")}>
      {fixed ? (
        <DefinitionList
          facts={[
            { term: t("surveys:slip.unit"), detail: fixed.unit },
            { term: t("surveys:slip.procedure"), detail: fixed.procedure ?? t("surveys:slip.noProcedure") },
          ]}
        />
      ) : (
        <>
          <Select
            id="unit"
            name="unit"
            label={t("surveys:form.unit")}
            placeholder={t("surveys:form.chooseUnit")}
            choices={view.units}
            error={errors.get("unit")}
            defaultValue={typed.unit?.[0] ?? (view.units.length === 1 ? only?.value : undefined)}
          />
          {view.procedures.length > 0 ? (
            <Select
              id="procedure"
              name="procedure"
              label={t("surveys:form.procedure")}
              optional={t("common:optional")}
              placeholder={t("surveys:form.noProcedure")}
              choices={view.procedures}
              error={errors.get("procedure")}
              defaultValue={typed.procedure?.[0]}
            />
          ) : null}
        </>
      )}
    </Section>
  );
}
