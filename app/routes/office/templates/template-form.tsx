import { Checkbox } from "#app/components/form/checkbox.tsx";
import { Select } from "#app/components/form/select.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextArea } from "#app/components/form/text-area.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { messageMaxLength, subjectMaxLength, type TemplateKind, templateKinds } from "#app/domain/feedback/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";

type Typed = { kind: TemplateKind | undefined; title: string; body: string; active: boolean };

/** One template, to write or to change. What was typed comes back with the reason it was not taken. */
export function TemplateForm({
  template,
  tried,
}: {
  template: Typed & { id: string; revision: number };
  tried: (Typed & { error: string }) | undefined;
}) {
  const t = useText();
  const { kind, title, body, active } = tried ?? template;
  const id = template.id || "moi";
  return (
    <form method="post" noValidate className="stack">
      {tried ? (
        <Notice tone="bad" live>
          {tried.error}
        </Notice>
      ) : null}
      <input type="hidden" name="id" value={template.id} />
      <input type="hidden" name="revision" value={template.revision} />
      <Select
        id={`kind-${id}`}
        name="kind"
        label={t("templates:kind")}
        placeholder={t("templates:chooseKind")}
        defaultValue={kind ?? ""}
        choices={templateKinds.map((value) => ({ value, label: t(`templates:kinds.${value}`) }))}
      />
      <TextField id={`title-${id}`} name="title" label={t("templates:name")} defaultValue={title} maxLength={subjectMaxLength} />
      <TextArea
        id={`body-${id}`}
        name="body"
        label={t("templates:body")}
        rows={8}
        limit={messageMaxLength}
        left={t("casework:reply.count.left")}
        over={t("casework:reply.count.over")}
        defaultValue={body}
      />
      <Checkbox id={`active-${id}`} name="active" label={t("templates:active")} defaultChecked={active} />
      <SubmitRow text={t("templates:save")} look="secondary" />
    </form>
  );
}
