import type { ComponentPropsWithoutRef } from "react";
import { describedBy, errorsOf, Field, type FieldProps } from "./field.tsx";

export type Choice = { value: string; label: string; hint?: string | undefined; disabled?: boolean | undefined };
export type ChoiceGroup = { label: string; choices: readonly Choice[] };

type Own = FieldProps & {
  name: string;
  choices: ReadonlyArray<Choice | ChoiceGroup>;
  /** The empty first line: “Chọn một đơn vị”. */
  placeholder?: string | undefined;
  width?: "short" | "medium" | undefined;
};

/** One of many. For seven or fewer prefer RadioGroup. */
export function Select({
  id,
  label,
  hint,
  optional,
  error,
  choices,
  placeholder,
  width,
  "aria-describedby": given,
  ...select
}: Own & Omit<ComponentPropsWithoutRef<"select">, keyof Own | "className" | "children">) {
  return (
    <Field id={id} label={label} hint={hint} optional={optional} error={error}>
      <select
        {...select}
        id={id}
        className="control"
        data-width={width}
        aria-invalid={errorsOf(error).length > 0 || undefined}
        aria-describedby={describedBy({ id, hint, error, given })}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {choices.map((choice) =>
          "choices" in choice ? (
            <optgroup key={choice.label} label={choice.label}>
              {choice.choices.map(option)}
            </optgroup>
          ) : (
            option(choice)
          ),
        )}
      </select>
    </Field>
  );
}

function option({ value, label, disabled }: Choice) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  );
}
