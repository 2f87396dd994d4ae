import { Button } from "#app/components/ui/button.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { useText } from "#app/i18n/use-text.ts";

/** Throwing a pile away takes two steps: what was typed is gone afterwards. */
export function DiscardBatch() {
  const t = useText();
  return (
    <Disclosure summary={t("paper:grid.discard")}>
      <form method="post" className="stack stack-tight">
        <p>{t("paper:grid.discardNote")}</p>
        <p>
          <Button look="danger" name="viec" value="bo">
            {t("paper:grid.discardSure")}
          </Button>
        </p>
      </form>
    </Disclosure>
  );
}
