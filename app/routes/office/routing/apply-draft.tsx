import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Button, ButtonLink } from "#app/components/ui/button.tsx";
import { routingNoteMaxLength } from "#app/domain/routing/vocabulary.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { RoutingAnswer } from "./change-routing.server.ts";

/** The way of a draft: try it, put it in force with a reason, or throw it away. */
export function ApplyDraft({ revision, answer }: { revision: number; answer: RoutingAnswer | undefined }) {
  const t = useText();
  const { to } = useLanguage();
  return (
    <Section id="ap-dung" title={t("routing:apply.title")}>
      <div className="stack measure">
        <p>{t("routing:apply.lead")}</p>
        <p>
          <ButtonLink look="secondary" href={`${to("/can-bo/phan-cong")}?chay-thu=1#chay-thu`}>
            {t("routing:apply.run")}
          </ButtonLink>
        </p>
        <form method="post" action={to("/can-bo/phan-cong")} noValidate className="stack">
          <FormErrorSummary title={t("formErrors")} fields={[{ id: "note", error: answer?.errors.note }]} />
          <input type="hidden" name="revision" value={revision} />
          <TextField
            id="note"
            name="note"
            label={t("routing:apply.note")}
            hint={t("routing:apply.noteHint")}
            error={answer?.errors.note}
            defaultValue={answer?.typed.note}
            maxLength={routingNoteMaxLength}
          />
          <SubmitRow text={t("routing:apply.submit")} name="intent" value="apply">
            <Button look="secondary" name="intent" value="discard">
              {t("routing:apply.discard")}
            </Button>
          </SubmitRow>
        </form>
      </div>
    </Section>
  );
}
