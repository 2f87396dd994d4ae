import type { ComponentPropsWithoutRef } from "react";
import { describedBy, errorsOf, Field, type FieldProps } from "./field.tsx";

type Own = FieldProps & {
  name: string;
  /** The limit in words, true without script: “Tối đa 2.000 ký tự.” */
  lengthNote?: string | undefined;
  /** With script the note counts instead: “Còn {n} ký tự.” and “Dài quá {n} ký tự.” ({n} is replaced). */
  left?: string | undefined;
  over?: string | undefined;
  /** Characters; shown and counted, while the server decides. */
  limit?: number | undefined;
};

/** Several lines. Longer text than the limit can be typed, so that nothing pasted is lost; the server refuses it. */
export function TextArea({
  id,
  label,
  hint,
  optional,
  error,
  lengthNote,
  left,
  over,
  limit,
  rows = 6,
  "aria-describedby": given,
  maxLength,
  ...area
}: Own & Omit<ComponentPropsWithoutRef<"textarea">, keyof Own | "className">) {
  const count = limit ?? maxLength;
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      optional={optional}
      error={error}
      note={
        lengthNote ? (
          <div className="field-note" id={`${id}-note`}>
            {lengthNote}
          </div>
        ) : null
      }
    >
      <textarea
        {...area}
        id={id}
        rows={rows}
        className="control"
        aria-invalid={errorsOf(error).length > 0 || undefined}
        aria-describedby={describedBy({ id, hint, error, given, note: Boolean(lengthNote) })}
        data-enhance={count ? "count" : undefined}
        data-limit={count}
        data-left={left}
        data-over={over}
      />
    </Field>
  );
}
