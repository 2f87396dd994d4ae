import { Form } from "@remix-run/react";
import { FileField } from "#app/components/form/file-field.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { StateTag } from "#app/components/ui/tag.tsx";
import { documentMaxBytes, documentMaxPages, documentTitleMaxLength } from "#app/domain/publishing/vocabulary.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { DocumentLine } from "./to-document-line.ts";

/** The PDFs of an answer, how each stands, and the way to redact it. */
export function Documents({ documents, mayPublish, mayAttach }: { documents: readonly DocumentLine[]; mayPublish: boolean; mayAttach: boolean }) {
  const t = useText();
  const { to } = useLanguage();
  return (
    <div className="stack">
      <p className="muted">{t("publication:documents.lead")}</p>
      {documents.length === 0 ? <p>{t("publication:documents.none")}</p> : null}
      <ul className="stack stack-tight">
        {documents.map((one) => (
          <li key={one.id}>
            <p className="cluster">
              <strong>{one.title}</strong>
              {one.pages === null ? null : <span className="muted">{t("publication:documents.pages", { count: one.pages })}</span>}
              <StateTag tone={one.standing === "private" ? "info" : "ok"}>{t(`publication:documents.${one.standing}`)}</StateTag>
            </p>
            {one.problem ? <p>{t("publication:redact.stays", { why: one.problem })}</p> : null}
            {!one.problem && mayPublish ? <a href={to(`/can-bo/van-ban/${one.id}`)}>{t("publication:documents.redact")}</a> : null}
          </li>
        ))}
      </ul>
      {mayAttach ? (
        <Disclosure summary={t("publication:documents.add")}>
          <Form method="post" encType="multipart/form-data" noValidate className="stack" reloadDocument>
            <input type="hidden" name="intent" value="attach" />
            <TextField
              id="document-title"
              name="title"
              label={t("publication:documents.name")}
              hint={t("publication:documents.nameHint")}
              maxLength={documentTitleMaxLength}
            />
            <FileField
              id="document-file"
              name="file"
              accept="application/pdf"
              label={t("publication:documents.file")}
              hint={t("publication:documents.fileHint", { megabytes: String(documentMaxBytes / 1024 / 1024), pages: String(documentMaxPages) })}
            />
            <SubmitRow
              look="secondary"
              text={t("publication:documents.add")}
              note={<p className="muted small">{t("publication:documents.addNote")}</p>}
            />
          </Form>
        </Disclosure>
      ) : null}
    </div>
  );
}
