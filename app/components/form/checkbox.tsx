import type { ComponentPropsWithoutRef } from "react";
import { describedBy, errorsOf, FieldError, type FieldProps } from "./field.tsx";

type Own = Omit<FieldProps, "optional"> & { name: string };

/** A single yes, such as consent; never ticked beforehand. */
export function Checkbox({
  id,
  label,
  hint,
  error,
  "aria-describedby": given,
  ...input
}: Own & Omit<ComponentPropsWithoutRef<"input">, keyof Own | "className" | "type">) {
  const errors = errorsOf(error);
  return (
    <div className="field" data-invalid={errors.length > 0 || undefined}>
      <FieldError id={`${id}-error`} errors={errors} />
      <label className="choice" htmlFor={id}>
        <input
          {...input}
          type="checkbox"
          id={id}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={describedBy({ id, hint, error, given })}
        />
        <span>
          {label}
          {hint ? (
            <span className="choice-hint" id={`${id}-description`}>
              {hint}
            </span>
          ) : null}
        </span>
      </label>
    </div>
  );
}
