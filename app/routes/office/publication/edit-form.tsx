import { Form } from "@remix-run/react";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextArea } from "#app/components/form/text-area.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import type { Publication } from "#app/domain/feedback/index.server.ts";
import { useText } from "#app/i18n/use-text.ts";

/** The public texts, to be edited; the originals stay beside them. */
export function EditForm({
  publication,
  typed,
  withPlace,
}: {
  publication: Publication;
  typed: Record<string, string> | undefined;
  withPlace: boolean;
}) {
  const t = useText();
  const { texts, revision } = publication;
  const value = (field: keyof typeof texts) => typed?.[field] ?? texts[field];
  return (
    <Form method="post" noValidate className="stack" key={revision}>
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="draft" value={revision} />
      <p className="muted">{t("publication:edit.hint")}</p>
      <TextField id="public-title" name="title" label={t("publication:fields.title")} defaultValue={value("title")} />
      <TextArea id="public-question" name="question" rows={6} label={t("publication:fields.question")} defaultValue={value("question")} />
      <TextArea id="public-answer" name="answer" rows={10} label={t("publication:fields.answer")} defaultValue={value("answer")} />
      <TextArea
        id="public-basis"
        name="legalBasis"
        rows={3}
        label={t("publication:fields.legalBasis")}
        optional={t("common:optional")}
        defaultValue={value("legalBasis")}
      />
      {withPlace ? (
        <TextField
          id="public-place"
          name="place"
          label={t("publication:fields.place")}
          optional={t("common:optional")}
          defaultValue={value("place")}
        />
      ) : null}
      <SubmitRow look="secondary" text={t("publication:edit.button")} note={<p className="muted small">{t("publication:edit.note")}</p>} />
    </Form>
  );
}
