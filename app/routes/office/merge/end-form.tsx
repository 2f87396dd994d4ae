import { CheckboxGroup } from "#app/components/form/choice-group.tsx";
import { DateField } from "#app/components/form/date-field.tsx";
import { type Choice, Select } from "#app/components/form/select.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { Button, ButtonRow } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { successionKinds } from "#app/domain/units/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import type { MergeAnswer } from "./do-merge.server.ts";

/** Which units end and which follow them: first shown, then recorded with the same form. */
export function EndForm({ units, answer }: { units: Choice[]; answer: MergeAnswer | undefined }) {
  const t = useText();
  const typed = answer?.typed;
  const preview = answer?.ending;
  return (
    <form method="post" noValidate className="stack">
      {answer?.error?.part === "end" ? (
        <Notice tone="bad" live>
          {answer.error.text}
        </Notice>
      ) : null}
      <CheckboxGroup id="ending" name="ending" label={t("merge:end.ending")} choices={units} defaultValue={typed?.ending ?? []} />
      <CheckboxGroup
        id="successor"
        name="successor"
        label={t("merge:end.successors")}
        hint={t("merge:end.successorsHint")}
        choices={units}
        defaultValue={typed?.successor ?? []}
      />
      <Select
        id="kind"
        name="kind"
        label={t("merge:end.kind")}
        defaultValue={typed?.kind ?? "merge"}
        choices={successionKinds.map((value) => ({ value, label: t(`merge:end.kinds.${value}`) }))}
      />
      <DateField id="lastDay" name="lastDay" label={t("merge:end.lastDay")} defaultValue={typed?.lastDay} />
      <TextField id="decision" name="decision" label={t("merge:end.decision")} defaultValue={typed?.decision} maxLength={300} width="medium" />
      {preview ? (
        <Notice tone="warn" title={t("merge:end.previewTitle")} live>
          <Table
            id="ending-preview"
            caption={t("merge:end.previewTitle")}
            hideCaption
            columns={[
              { header: t("merge:end.unit"), cell: (row) => row.name, names: true },
              { header: t("merge:end.open"), cell: (row) => row.open, align: "end" },
              { header: t("merge:end.all"), cell: (row) => row.all, align: "end" },
            ]}
            rows={preview.rows}
          />
          <p>{t("merge:end.follow", { names: preview.successors })}</p>
          <p className="muted small">{t("merge:end.confirmNote")}</p>
        </Notice>
      ) : null}
      <ButtonRow>
        <Button look={preview ? "secondary" : "primary"} name="intent" value="preview">
          {t("merge:end.preview")}
        </Button>
        {preview ? (
          <Button look="danger" name="intent" value="end">
            {t("merge:end.confirm")}
          </Button>
        ) : null}
      </ButtonRow>
    </form>
  );
}
