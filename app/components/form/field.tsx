import type { ReactNode } from "react";
import { Icon } from "../ui/icon.tsx";

/** What every control asks for. Texts arrive translated; `optional` is the word for it, e.g. “không bắt buộc”. */
export type FieldProps = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: string | undefined;
  /** The sentence that says what to do; of several (conform gives a list) each is shown. */
  error?: string | readonly string[] | undefined;
};

/** Label, hint, error, then the control, in the order in which they are read. Error ids follow conform: `${id}-error`. */
export function Field({ id, label, hint, optional, error, note, children }: FieldProps & { note?: ReactNode; children: ReactNode }) {
  const errors = errorsOf(error);
  return (
    <div className="field" data-invalid={errors.length > 0 || undefined}>
      <label className="field-label" htmlFor={id}>
        {label}
        <Optional word={optional} />
      </label>
      {hint ? (
        <div className="field-hint" id={`${id}-description`}>
          {hint}
        </div>
      ) : null}
      <FieldError id={`${id}-error`} errors={errors} />
      {children}
      {note}
    </div>
  );
}

/** The same for a group of choices: the question is the legend. */
export function Fieldset({ id, label, hint, optional, error, children }: FieldProps & { children: ReactNode }) {
  const errors = errorsOf(error);
  return (
    <fieldset
      className="field"
      id={id}
      tabIndex={-1}
      data-invalid={errors.length > 0 || undefined}
      aria-describedby={describedBy({ id, hint, error })}
    >
      <legend className="field-label">
        {label}
        <Optional word={optional} />
      </legend>
      {hint ? (
        <div className="field-hint" id={`${id}-description`}>
          {hint}
        </div>
      ) : null}
      <FieldError id={`${id}-error`} errors={errors} />
      {children}
    </fieldset>
  );
}

export function FieldError({ id, errors }: { id: string; errors: readonly string[] }) {
  if (errors.length === 0) return null;
  return (
    <div className="field-error" id={id}>
      <Icon name="bad" />
      <div>
        {errors.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </div>
  );
}

/** The ids a control is described by: what it was given, its hint, its error, its note. */
export function describedBy({
  id,
  hint,
  error,
  note,
  given,
}: {
  id: string;
  hint?: ReactNode;
  error?: string | readonly string[] | undefined;
  note?: boolean | undefined;
  given?: string | undefined;
}) {
  const ids = [
    ...(given ?? "").split(" "),
    hint ? `${id}-description` : "",
    errorsOf(error).length > 0 ? `${id}-error` : "",
    note ? `${id}-note` : "",
  ].filter(Boolean);
  return ids.length > 0 ? [...new Set(ids)].join(" ") : undefined;
}

export function errorsOf(error: string | readonly string[] | undefined): readonly string[] {
  if (!error) return [];
  return typeof error === "string" ? [error] : error;
}

function Optional({ word }: { word: string | undefined }) {
  return word ? <span className="field-optional"> ({word})</span> : null;
}
