import { Fieldset } from "#app/components/form/field.tsx";
import { Select } from "#app/components/form/select.tsx";
import { useText } from "#app/i18n/use-text.ts";
import type { FormQuestion } from "./form-view.server.ts";
import { rankName, type Typed } from "./read-survey-form.ts";

/** Options to put in order: each has a place to choose, without dragging. */
export function RankingField({
  id,
  label,
  hint,
  error,
  question,
  typed,
}: {
  id: string;
  label: string;
  /** Beside how to rank. */
  hint: string | undefined;
  error: string | undefined;
  question: FormQuestion;
  typed: Typed;
}) {
  const t = useText();
  const places = question.options.map((_, index) => ({ value: String(index + 1), label: String(index + 1) }));
  return (
    <Fieldset id={id} label={label} hint={[t("surveys:form.rankHint"), hint].filter(Boolean).join(" ")} error={error}>
      {question.options.map((option) => (
        <Select
          key={option.value}
          id={`${id}-${option.value}`}
          name={rankName(question.code, option.value)}
          label={option.label}
          placeholder={t("surveys:form.noRank")}
          choices={places}
          width="short"
          defaultValue={typed[rankName(question.code, option.value)]?.[0]}
        />
      ))}
    </Fieldset>
  );
}
