import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { useText } from "#app/i18n/use-text.ts";

/** How a device becomes a kiosk; the code is in the link's address, or typed. */
export function SetUpForm({ action, round, code, refusal }: { action: string; round: string; code: string; refusal: string | undefined }) {
  const t = useText();
  return (
    <section className="stack measure">
      <h1>{t("kiosk:setUp.title")}</h1>
      <p className="lead">{t("kiosk:setUp.lead", { round })}</p>
      <ol>
        <li>{t("kiosk:setUp.how1")}</li>
        <li>{t("kiosk:setUp.how2")}</li>
        <li>{t("kiosk:setUp.how3")}</li>
      </ol>
      <form method="post" action={action} noValidate autoComplete="off" className="stack">
        <FormErrorSummary title={t("common:formErrors")} fields={[{ id: "ma", error: refusal }]} />
        <TextField
          id="ma"
          name="ma"
          width="medium"
          label={t("kiosk:setUp.code")}
          hint={t("kiosk:setUp.codeHint")}
          error={refusal}
          defaultValue={code}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <SubmitRow text={t("kiosk:setUp.submit")} />
      </form>
    </section>
  );
}
