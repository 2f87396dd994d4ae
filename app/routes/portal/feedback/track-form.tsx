import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

export type TrackAnswer = {
  typed: { code: string; receiptKey: string };
  errors: { code?: string; receiptKey?: string; form?: string };
};

/** Code and key of the receipt; both may be typed carelessly. */
export function TrackForm({ code, left, answer }: { code: string; left: boolean; answer: TrackAnswer | undefined }) {
  const t = useText();
  const { to } = useLanguage();
  const errors = answer?.errors ?? {};
  return (
    <>
      <PageHeader title={t("feedback:track.title")} lead={<p>{t("feedback:track.lead")}</p>} />
      <div className="stack measure">
        {left && !answer ? (
          <Notice tone="ok" live>
            {t("feedback:track.left")}
          </Notice>
        ) : null}
        <form method="post" action={to("/phan-anh/tra-cuu")} noValidate className="stack" data-once="">
          <FormErrorSummary
            title={t("formErrors")}
            fields={[{ error: errors.form }, { id: "code", error: errors.code }, { id: "receiptKey", error: errors.receiptKey }]}
          />
          <input type="hidden" name="intent" value="open" />
          <TextField
            id="code"
            name="code"
            label={t("feedback:track.code")}
            hint={t("feedback:track.codeHint")}
            error={errors.code}
            defaultValue={answer?.typed.code ?? code}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            width="medium"
          />
          <TextField
            id="receiptKey"
            name="receiptKey"
            label={t("feedback:track.key")}
            hint={t("feedback:track.keyHint")}
            error={errors.receiptKey}
            defaultValue={answer?.typed.receiptKey}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <SubmitRow text={t("feedback:track.open")} />
        </form>
        <Disclosure summary={t("feedback:track.lost")}>
          <p>{t("feedback:track.lostBody")}</p>
          <p>
            <a href={to("/kenh-tiep-nhan")}>{t("feedback:guide.channels")}</a>
          </p>
        </Disclosure>
      </div>
    </>
  );
}
