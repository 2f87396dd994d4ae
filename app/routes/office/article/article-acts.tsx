import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { ActBar } from "#app/components/layout/office-layout.tsx";
import { Button, type ButtonLook } from "#app/components/ui/button.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { useText } from "#app/i18n/use-text.ts";
import type { ArticleView } from "./to-article-view.ts";

const looks = { submit: "primary", approve: "primary", publish: "primary", return: "secondary" } as const satisfies Record<string, ButtonLook>;

/** The acts open now, at the foot of the page, with who will see what. `waitsUntil` is a day still to come, in words. */
export function ArticleActs({ article, waitsUntil }: { article: ArticleView; waitsUntil: string | null }) {
  const t = useText();
  const acts = (Object.keys(looks) as (keyof typeof looks)[]).filter((act) => article.mayDo.includes(act));
  if (acts.length === 0) return null;
  const note = acts.includes("publish")
    ? waitsUntil
      ? t("office:article.scheduleNote", { day: waitsUntil })
      : t("office:article.publishNote")
    : acts.includes("submit")
      ? t("office:article.submitNote")
      : undefined;
  return (
    <form method="post">
      <input type="hidden" name="revision" value={article.revision} />
      <ActBar label={t("office:article.acts")} note={note}>
        {acts.map((act) => (
          <Button key={act} name="intent" value={act} look={looks[act]}>
            {t(`office:article.${act}`)}
          </Button>
        ))}
      </ActBar>
    </form>
  );
}

/** Taking it away from the public asks for a reason. */
export function WithdrawForm({ article, error }: { article: ArticleView; error: string | undefined }) {
  const t = useText();
  if (!article.mayDo.includes("withdraw")) return null;
  return (
    <Disclosure summary={t("office:article.withdraw")} open={error !== undefined}>
      <form method="post" noValidate className="stack measure">
        <FormErrorSummary title={t("formErrors")} fields={[{ id: "reason", error }]} />
        <input type="hidden" name="intent" value="withdraw" />
        <input type="hidden" name="revision" value={article.revision} />
        <TextField id="reason" name="reason" label={t("office:article.withdrawReason")} error={error} maxLength={500} />
        <SubmitRow look="danger" text={t("office:article.withdraw")} note={t("office:article.withdrawNote")} />
      </form>
    </Disclosure>
  );
}
