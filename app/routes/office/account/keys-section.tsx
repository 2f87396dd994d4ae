import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { useText } from "#app/i18n/use-text.ts";

/** One-letter keys of the work lists, on or off in this browser. */
export function KeysSection({ on }: { on: boolean }) {
  const t = useText();
  return (
    <Section id="phim" title={t("casework:keys.title")}>
      <form method="post" className="stack measure">
        <p>{t(on ? "casework:keys.areOn" : "casework:keys.areOff")}</p>
        <input type="hidden" name="intent" value={on ? "keys_off" : "keys_on"} />
        <SubmitRow look="secondary" text={t(on ? "casework:keys.switchOff" : "casework:keys.switchOn")} />
      </form>
    </Section>
  );
}
