import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { Section } from "#app/components/layout/section.tsx";
import type { ButtonLook } from "#app/components/ui/button.tsx";
import { useText } from "#app/i18n/use-text.ts";
import type { ArticleView } from "./to-article-view.ts";

/** The acts open now, each with who will see what. `waitsUntil` is a day still to come, in words. */
export function ArticleActs({ article, waitsUntil, error }: { article: ArticleView; waitsUntil: string | null; error: string | undefined }) {
  const t = useText();
  const acts = article.mayDo.filter((act) => act !== "edit");
  const publishNote = waitsUntil ? t("office:article.scheduleNote", { day: waitsUntil }) : t("office:article.publishNote");
  return (
    <Section id="viec" title={t("office:article.acts")}>
      {acts.length === 0 ? <p className="muted">{t("office:article.noActs")}</p> : null}
      <div className="stack">
        {acts.includes("submit") ? <Move article={article} act="submit" note={t("office:article.submitNote")} /> : null}
        {acts.includes("approve") ? <Move article={article} act="approve" /> : null}
        {acts.includes("return") ? <Move article={article} act="return" look="secondary" /> : null}
        {acts.includes("publish") ? <Move article={article} act="publish" note={publishNote} /> : null}
        {acts.includes("withdraw") ? <Withdraw article={article} error={error} /> : null}
      </div>
    </Section>
  );
}

function Move({ article, act, note, look }: { article: ArticleView; act: "submit" | "approve" | "return" | "publish"; note?: string; look?: ButtonLook }) {
  const t = useText();
  return (
    <form method="post">
      <input type="hidden" name="intent" value={act} />
      <input type="hidden" name="revision" value={article.revision} />
      <SubmitRow look={look} text={t(`office:article.${act}`)} note={note} />
    </form>
  );
}

function Withdraw({ article, error }: { article: ArticleView; error: string | undefined }) {
  const t = useText();
  return (
    <form method="post" noValidate className="stack measure">
      <FormErrorSummary title={t("formErrors")} fields={[{ id: "reason", error }]} />
      <input type="hidden" name="intent" value="withdraw" />
      <input type="hidden" name="revision" value={article.revision} />
      <TextField id="reason" name="reason" label={t("office:article.withdrawReason")} error={error} maxLength={500} />
      <SubmitRow look="danger" text={t("office:article.withdraw")} note={t("office:article.withdrawNote")} />
    </form>
  );
}
