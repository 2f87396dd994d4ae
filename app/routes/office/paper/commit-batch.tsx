import { Section } from "#app/components/layout/section.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** The last step, which cannot be taken back: what follows stands above the button. */
export function CommitBatch({ sheets, takesCodes, may }: { sheets: number; takesCodes: boolean; may: boolean }) {
  const { lang } = useLanguage();
  const t = useText();
  const count = formatNumber(lang, sheets);
  return (
    <Section id="dua-vao-dot" title={t("paper:compare.commit")}>
      {may ? (
        <form method="post" className="stack stack-tight measure">
          <p>{t("paper:compare.commitNote", { sheets: count })}</p>
          {takesCodes ? <p>{t("paper:compare.commitCodes")}</p> : null}
          <p>
            <Button name="viec" value="dua-vao">
              {t("paper:compare.commitSure", { sheets: count })}
            </Button>
          </p>
        </form>
      ) : (
        <p className="muted">{t("paper:compare.notManager")}</p>
      )}
    </Section>
  );
}
