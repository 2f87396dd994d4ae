import { Section } from "#app/components/layout/section.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** Where the code of a desk slip is typed in; looking a slip up does not use it. */
export function SlipSearch() {
  const { to } = useLanguage();
  const t = useText();
  return (
    <Section id="phieu" title={t("surveys:slip.title")}>
      <form method="get" action={to("/khao-sat")} className="stack measure">
        <TextField
          id="ma"
          name="ma"
          label={t("surveys:slip.label")}
          hint={t("surveys:slip.hint")}
          width="medium"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
        <div className="btn-row">
          <Button look="secondary">{t("surveys:slip.button")}</Button>
        </div>
      </form>
    </Section>
  );
}
