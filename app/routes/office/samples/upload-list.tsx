import { Form } from "@remix-run/react";
import { FileField } from "#app/components/form/file-field.tsx";
import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { listKeptDays, listMaxBytes, listMaxRows } from "#app/domain/samples/vocabulary.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";

/** The list people are drawn from. */
export function UploadList({ error }: { error: string | undefined }) {
  const { lang } = useLanguage();
  const t = useText();
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="stack measure" data-once="">
      <FormErrorSummary title={t("common:formErrors")} fields={[{ id: "file", error }]} />
      <p>{t("samples:upload.lead", { days: String(listKeptDays) })}</p>
      <FileField
        id="file"
        name="file"
        label={t("samples:upload.file")}
        hint={t("samples:upload.fileHint", { rows: formatNumber(lang, listMaxRows), megabytes: String(listMaxBytes / 1024 / 1024) })}
        accept=".xlsx,.csv"
        error={error}
      />
      <SubmitRow text={t("samples:upload.read")} name="intent" value="upload" />
    </Form>
  );
}
