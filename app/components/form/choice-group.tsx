import { Fieldset, type FieldProps } from "./field.tsx";
import type { Choice } from "./select.tsx";

type Group = FieldProps & { name: string; choices: readonly Choice[]; form?: string | undefined };

/** One of a few, all in sight. Nothing is chosen unless `defaultValue` says so. */
export function RadioGroup({ id, name, choices, defaultValue, form, ...field }: Group & { defaultValue?: string | undefined }) {
  return (
    <Fieldset id={id} {...field}>
      <div className="choices">
        {choices.map((choice) => (
          <ChoiceRow
            key={choice.value}
            type="radio"
            id={`${id}-${choice.value}`}
            name={name}
            form={form}
            choice={choice}
            checked={choice.value === defaultValue}
          />
        ))}
      </div>
    </Fieldset>
  );
}

/** Any of a few, all in sight. */
export function CheckboxGroup({ id, name, choices, defaultValue = [], form, ...field }: Group & { defaultValue?: readonly string[] | undefined }) {
  return (
    <Fieldset id={id} {...field}>
      <div className="choices">
        {choices.map((choice) => (
          <ChoiceRow
            key={choice.value}
            type="checkbox"
            id={`${id}-${choice.value}`}
            name={name}
            form={form}
            choice={choice}
            checked={defaultValue.includes(choice.value)}
          />
        ))}
      </div>
    </Fieldset>
  );
}

function ChoiceRow({
  type,
  id,
  name,
  form,
  choice,
  checked,
}: {
  type: "radio" | "checkbox";
  id: string;
  name: string;
  form: string | undefined;
  choice: Choice;
  checked: boolean;
}) {
  return (
    <label className="choice" htmlFor={id}>
      <input
        type={type}
        id={id}
        name={name}
        form={form}
        value={choice.value}
        defaultChecked={checked}
        disabled={choice.disabled}
        aria-describedby={choice.hint ? `${id}-description` : undefined}
      />
      <span>
        {choice.label}
        {choice.hint ? (
          <span className="choice-hint" id={`${id}-description`}>
            {choice.hint}
          </span>
        ) : null}
      </span>
    </label>
  );
}
