import { Checkbox } from "#app/components/form/checkbox.tsx";
import { CheckboxGroup } from "#app/components/form/choice-group.tsx";
import { Select } from "#app/components/form/select.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import type { CaseForOffice } from "#app/domain/feedback/index.server.ts";
import { messageMaxLength, reasonMaxLength, withholdReasons } from "#app/domain/feedback/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import { FoldedAct } from "./act-form.tsx";
import { PublicPreview } from "./public-preview.tsx";
import { useTried } from "./tried.tsx";
import { ReasonField, WrittenField } from "./written-field.tsx";

export function ReturnReplyAct() {
  const t = useText();
  return (
    <FoldedAct act="return_reply">
      <WrittenField act="return_reply" name="comment" label={t("casework:fields.comment")} limit={messageMaxLength} />
    </FoldedAct>
  );
}

/** Publishing, with everything as everybody will see it, the photos to tick, and the detector's findings. */
export function PublishAct({ theCase }: { theCase: CaseForOffice }) {
  const t = useText();
  const { tried, typed, picked } = useTried("publish");
  const found = theCase.personalData.length > 0;
  return (
    <FoldedAct act="publish">
      <PublicPreview theCase={theCase} />
      {found ? <Notice tone="warn">{t("casework:publish.found")}</Notice> : null}
      {theCase.attachments.length > 0 ? (
        <CheckboxGroup
          id="publish-photo"
          name="photo"
          label={t("casework:publish.photos")}
          hint={t("casework:publish.photosHint")}
          optional={t("common:optional")}
          defaultValue={tried ? picked : theCase.attachments.filter((photo) => photo.public).map((photo) => photo.id)}
          choices={theCase.attachments.map((photo, index) => ({
            value: photo.id,
            label: t("casework:page.photo", { n: String(index + 1), name: photo.fileName }),
          }))}
        />
      ) : null}
      {found || tried ? (
        <Checkbox
          id="publish-accept"
          name="accept"
          label={t("casework:publish.accept")}
          hint={t("casework:publish.acceptHint")}
          defaultChecked={typed("accept") === "on"}
        />
      ) : null}
    </FoldedAct>
  );
}

export function WithholdAct() {
  const t = useText();
  const { error, typed } = useTried("withhold");
  return (
    <FoldedAct act="withhold">
      <Select
        id="withhold-reason"
        name="reason"
        label={t("casework:fields.withholdReason")}
        error={error("reason")}
        placeholder={t("casework:fields.chooseReason")}
        defaultValue={typed("reason") ?? ""}
        choices={withholdReasons.map((reason) => ({ value: reason, label: t(`words:withholdReason.${reason}`) }))}
      />
    </FoldedAct>
  );
}

export function ReopenAct() {
  return (
    <FoldedAct act="reopen_for_sender">
      <ReasonField act="reopen_for_sender" limit={messageMaxLength} />
    </FoldedAct>
  );
}

export function HideAct({ act }: { act: "hide" | "show" }) {
  return (
    <FoldedAct act={act} look={act === "hide" ? "danger" : "primary"}>
      <ReasonField act={act} limit={reasonMaxLength} />
    </FoldedAct>
  );
}
