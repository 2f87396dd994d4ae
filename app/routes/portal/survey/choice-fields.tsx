import { CheckboxGroup, RadioGroup } from "#app/components/form/choice-group.tsx";
import { useText } from "#app/i18n/use-text.ts";
import type { FormView } from "./form-view.server.ts";
import { choiceName, type Typed } from "./read-survey-form.ts";

/** Questions with options to choose from. One that is for some people only says so. */
export function ChoiceFields({ questions, typed, errors }: { questions: FormView["process"]; typed: Typed; errors: ReadonlyMap<string, string> }) {
  const t = useText();
  return (
    <>
      {questions.map(({ code, many, text, options, onlyIf }) => {
        const field = {
          id: `c-${code}`,
          name: choiceName(code),
          label: text,
          hint: onlyIf ? t("surveys:form.onlyIf", onlyIf) : undefined,
          choices: options,
          error: errors.get(code),
        };
        const chosen = typed[choiceName(code)];
        return many ? <CheckboxGroup key={code} {...field} defaultValue={chosen} /> : <RadioGroup key={code} {...field} defaultValue={chosen?.[0]} />;
      })}
    </>
  );
}
