import { Form } from "@remix-run/react";
import { Checkbox } from "#app/components/form/checkbox.tsx";
import { FileField } from "#app/components/form/file-field.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { StateTag } from "#app/components/ui/tag.tsx";
import { VisuallyHidden } from "#app/components/ui/visually-hidden.tsx";
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
          <li key={one.id} className="stack stack-tight">
            <p className="cluster">
              <strong>{one.title}</strong>
              {one.pages === null ? null : <span className="muted">{t("publication:documents.pages", { count: one.pages })}</span>}
              <StateTag tone={one.standing === "private" ? "info" : "ok"}>{t(`publication:documents.${one.standing}`)}</StateTag>
              <StateTag tone={one.forSender ? "ok" : "info"}>{t(`publication:documents.${one.forSender ? "forSender" : "inside"}`)}</StateTag>
            </p>
            {one.problem ? <p>{t("publication:redact.stays", { why: one.problem })}</p> : null}
            {mayAttach ? (
              <div className="cluster">
                <a href={`/can-bo/van-ban/${one.id}/tep/goc`}>
                  {t("publication:documents.attached")} <VisuallyHidden>{t("publication:documents.attachedOf", { title: one.title })}</VisuallyHidden>
                </a>
                {!one.problem && mayPublish ? <a href={to(`/can-bo/van-ban/${one.id}`)}>{t("publication:documents.redact")}</a> : null}
                <Form method="post">
                  <input type="hidden" name="intent" value="address" />
                  <input type="hidden" name="document" value={one.id} />
                  <Button look="secondary" small name="to" value={one.forSender ? "office" : "sender"}>
                    {t(`publication:documents.${one.forSender ? "keepInside" : "giveToSender"}`, { title: one.title })}
                  </Button>
                </Form>
              </div>
            ) : null}
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
            <Checkbox id="document-inside" name="inside" label={t("publication:documents.inside")} hint={t("publication:documents.insideHint")} />
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
