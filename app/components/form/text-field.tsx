import type { ComponentPropsWithoutRef } from "react";
import { describedBy, errorsOf, Field, type FieldProps } from "./field.tsx";

type Own = FieldProps & { name: string; width?: "short" | "medium" | undefined };

/** One line of text. `width` hints at the length of the answer; `type`, `inputMode`, `autoComplete` as in HTML. */
export function TextField({
  id,
  label,
  hint,
  optional,
  error,
  width,
  "aria-describedby": given,
  ...input
}: Own & Omit<ComponentPropsWithoutRef<"input">, keyof Own | "className">) {
  return (
    <Field id={id} label={label} hint={hint} optional={optional} error={error}>
      <input
        type="text"
        {...input}
        id={id}
        className="control"
        data-width={width}
        aria-invalid={errorsOf(error).length > 0 || undefined}
        aria-describedby={describedBy({ id, hint, error, given })}
      />
    </Field>
  );
}
