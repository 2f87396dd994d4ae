import { CheckboxGroup } from "#app/components/form/choice-group.tsx";
import { Select } from "#app/components/form/select.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import type { CaseForOffice, Publication } from "#app/domain/feedback/index.server.ts";
import { messageMaxLength, reasonMaxLength, withholdReasons } from "#app/domain/feedback/vocabulary.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { DocumentChoice } from "../publication/publish-forms.tsx";
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

/** Publishing, with everything as everybody will see it, and the photos to tick. What the detector found is decided on the page of the public copy. */
export function PublishAct({ theCase, publication }: { theCase: CaseForOffice; publication: Publication | null }) {
  const t = useText();
  const { to } = useLanguage();
  const { tried, picked } = useTried("publish");
  const edit = <a href={to(`/can-bo/ho-so/${theCase.code}/cong-khai`)}>{t("publication:open")}</a>;
  if (publication && publication.undecided > 0) {
    return (
      <div id="lam-publish">
        <Disclosure summary={t("casework:acts.publish.title")} open>
          <PublicPreview theCase={theCase} publication={publication} />
          <Notice tone="warn">
            <p>{t("publication:publish.blocked")}</p>
            <p>{edit}</p>
          </Notice>
        </Disclosure>
      </div>
    );
  }
  return (
    <FoldedAct act="publish">
      <PublicPreview theCase={theCase} publication={publication} />
      <p className="cluster">
        {edit}
        <a href={`${to(`/can-bo/ho-so/${theCase.code}/cong-khai`)}?xem=1`}>{t("publication:preview.title")}</a>
      </p>
      {publication ? <input type="hidden" name="draft" value={publication.revision} /> : null}
      {publication && publication.files.photos.length > 0 ? (
        <CheckboxGroup
          id="publish-photo"
          name="photo"
          label={t("publication:publish.photos")}
          hint={t("publication:publish.photosHint")}
          optional={t("common:optional")}
          defaultValue={tried ? picked : publication.files.photos.flatMap(({ id, chosen }) => (chosen ? [id] : []))}
          choices={publication.files.photos.map((photo, index) => ({
            value: photo.id,
            label: t("casework:page.photo", { n: String(index + 1), name: photo.fileName }),
          }))}
        />
      ) : null}
      {publication ? <DocumentChoice documents={publication.files.documents} picked={tried ? picked : undefined} /> : null}
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
