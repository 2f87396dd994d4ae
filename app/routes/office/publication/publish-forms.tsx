import { Form } from "@remix-run/react";
import { CheckboxGroup } from "#app/components/form/choice-group.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextArea } from "#app/components/form/text-area.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import type { CaseForOffice, Publication } from "#app/domain/feedback/index.server.ts";
import { useText } from "#app/i18n/use-text.ts";

type Props = { theCase: CaseForOffice; publication: Publication };

/** The first publishing of an answer. */
export function PublishForm({ theCase, publication }: Props) {
  const t = useText();
  if (publication.undecided > 0) return <Notice tone="warn">{t("publication:publish.blocked")}</Notice>;
  return (
    <Form method="post" noValidate className="stack">
      <input type="hidden" name="intent" value="publish" />
      <input type="hidden" name="revision" value={theCase.revision} />
      <input type="hidden" name="draft" value={publication.revision} />
      {publication.files.photos.length > 0 ? (
        <CheckboxGroup
          id="publish-photo"
          name="photo"
          label={t("publication:publish.photos")}
          hint={t("publication:publish.photosHint")}
          optional={t("common:optional")}
          defaultValue={chosenOf(publication.files.photos)}
          choices={publication.files.photos.map((photo, index) => ({
            value: photo.id,
            label: t("casework:page.photo", { n: String(index + 1), name: photo.fileName }),
          }))}
        />
      ) : null}
      <DocumentChoice documents={publication.files.documents} />
      <SubmitRow text={t("publication:publish.button")} note={<p className="muted small">{t("publication:publish.note")}</p>}>
        <SeeFirst />
      </SubmitRow>
    </Form>
  );
}

/** A new version of what is public, with the sentence that everybody reads. */
export function CorrectForm({ publication, typed }: Omit<Props, "theCase"> & { typed: Record<string, string> | undefined }) {
  const t = useText();
  if (publication.undecided > 0) return <Notice tone="warn">{t("publication:publish.blocked")}</Notice>;
  return (
    <Form method="post" noValidate className="stack">
      <input type="hidden" name="intent" value="correct" />
      <input type="hidden" name="draft" value={publication.revision} />
      <TextArea
        id="correct-note"
        name="note"
        rows={3}
        label={t("publication:correct.reason")}
        hint={t("publication:correct.hint")}
        defaultValue={typed?.note}
      />
      <DocumentChoice documents={publication.files.documents} />
      <SubmitRow text={t("publication:correct.button")} note={<p className="muted small">{t("publication:correct.note")}</p>}>
        <SeeFirst />
      </SubmitRow>
    </Form>
  );
}

/** Only what has a rendition can be ticked. */
export function DocumentChoice({
  documents,
  picked,
}: {
  documents: Publication["files"]["documents"];
  /** What was ticked in a try that was refused. */
  picked?: readonly string[] | undefined;
}) {
  const t = useText();
  const ready = documents.filter(({ standing }) => standing !== "private");
  if (ready.length === 0) return null;
  return (
    <CheckboxGroup
      id="publish-document"
      name="document"
      label={t("publication:publish.documents")}
      hint={t("publication:publish.documentsHint")}
      optional={t("common:optional")}
      defaultValue={picked ?? chosenOf(ready)}
      choices={ready.map(({ id, title }) => ({ value: id, label: title }))}
    />
  );
}

/** Shows the page with what is ticked now; nothing is written. */
function SeeFirst() {
  const t = useText();
  return (
    <Button look="secondary" formMethod="get" name="xem" value="chon">
      {t("publication:preview.see")}
    </Button>
  );
}

const chosenOf = (files: readonly { id: string; chosen: boolean }[]): string[] => files.flatMap(({ id, chosen }) => (chosen ? [id] : []));
