import { TextField } from "#app/components/form/text-field.tsx";
import { useText } from "#app/i18n/use-text.ts";

/** The six digits of the authenticator app; phones offer the number pad. */
export function CodeField({ error }: { error: string | undefined }) {
  const t = useText();
  return (
    <TextField
      id="code"
      name="code"
      label={t("people:code.label")}
      hint={t("people:code.hint")}
      error={error}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={12}
      width="short"
    />
  );
}
