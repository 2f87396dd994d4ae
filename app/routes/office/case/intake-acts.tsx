import { Checkbox } from "#app/components/form/checkbox.tsx";
import { RadioGroup } from "#app/components/form/choice-group.tsx";
import { Select } from "#app/components/form/select.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import {
  bodyMaxLength,
  caseContents,
  caseFields,
  caseKinds,
  maxParts,
  messageMaxLength,
  reasonMinLength,
  refusalReasons,
  subjectMaxLength,
} from "#app/domain/feedback/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import { FoldedAct } from "./act-form.tsx";
import { NamedOfficialsFields } from "./named-officials.tsx";
import type { CaseView } from "./read-case.server.ts";
import { TemplateChoice } from "./template-choice.tsx";
import { useTried } from "./tried.tsx";
import { WrittenField } from "./written-field.tsx";

export function AcceptAct({ theCase, officials }: Pick<CaseView, "theCase" | "officials">) {
  const t = useText();
  const { error, typed } = useTried("accept");
  const content = theCase.content === null ? undefined : String(theCase.content);
  return (
    <FoldedAct act="accept">
      <RadioGroup
        id="accept-kind"
        name="kind"
        label={t("casework:fields.kind")}
        error={error("kind")}
        defaultValue={typed("kind") ?? theCase.kind}
        choices={caseKinds.map((kind) => ({ value: kind, label: t(`words:caseKind.${kind}`) }))}
      />
      <Select
        id="accept-field"
        name="field"
        label={t("casework:fields.field")}
        error={error("field")}
        placeholder={t("casework:fields.chooseField")}
        defaultValue={typed("field") ?? theCase.field ?? ""}
        choices={caseFields.map((field) => ({ value: field, label: t(`words:caseField.${field}`) }))}
      />
      <Select
        id="accept-content"
        name="content"
        label={t("casework:fields.content")}
        optional={t("common:optional")}
        placeholder={t("casework:fields.noContent")}
        defaultValue={typed("content") ?? content ?? ""}
        choices={caseContents.map((one) => ({ value: String(one), label: `${one}. ${t(`words:caseContent.c${one}`)}` }))}
      />
      <TextField
        id="accept-duplicateOf"
        name="duplicateOf"
        label={t("casework:fields.duplicateOf")}
        optional={t("common:optional")}
        width="medium"
        defaultValue={typed("duplicateOf") ?? theCase.duplicateOf ?? ""}
      />
      <NamedOfficialsFields act="accept" theCase={theCase} officials={officials} />
      <Checkbox
        id="accept-urgent"
        name="urgent"
        label={t("casework:fields.urgent")}
        defaultChecked={typed("intent") ? typed("urgent") === "on" : theCase.urgent}
      />
    </FoldedAct>
  );
}

/** The first request, or a proposal to ask a second time. */
export function RequestSupplementAct({ act }: { act: "request_supplement" | "propose_supplement" }) {
  const t = useText();
  return (
    <FoldedAct act={act}>
      <TemplateChoice kind="supplement" into={`${act}-request`} />
      <WrittenField
        act={act}
        name="request"
        label={t("casework:fields.request")}
        hint={t("casework:fields.reasonHint", { min: String(reasonMinLength) })}
        limit={messageMaxLength}
      />
    </FoldedAct>
  );
}

export function ProposeRefusalAct() {
  const t = useText();
  const { error, typed } = useTried("propose_refusal");
  return (
    <FoldedAct act="propose_refusal">
      <Select
        id="propose_refusal-reason"
        name="reason"
        label={t("casework:fields.refusalReason")}
        error={error("reason")}
        placeholder={t("casework:fields.chooseReason")}
        defaultValue={typed("reason") ?? ""}
        choices={refusalReasons.map((reason) => ({ value: reason, label: `${reason}: ${t(`words:refusalReason.${reason}`)}` }))}
      />
      <TemplateChoice kind="refusal" into="propose_refusal-text" />
      <WrittenField act="propose_refusal" name="text" label={t("casework:fields.refusalText")} limit={messageMaxLength} />
    </FoldedAct>
  );
}

export function HandOverAct() {
  const t = useText();
  const { error, typed } = useTried("hand_over");
  return (
    <FoldedAct act="hand_over" look="danger">
      <Notice tone="warn">{t("casework:acts.hand_over.note")}</Notice>
      <RadioGroup
        id="hand_over-kind"
        name="kind"
        label={t("casework:fields.handOverKind")}
        error={error("kind")}
        defaultValue={typed("kind")}
        choices={[
          { value: "complaint", label: t("casework:fields.complaint") },
          { value: "denunciation", label: t("casework:fields.denunciation") },
        ]}
      />
    </FoldedAct>
  );
}

export function SplitAct() {
  const t = useText();
  const numbers = Array.from({ length: maxParts }, (_, index) => index + 1);
  return (
    <FoldedAct act="split">
      {numbers.slice(0, 2).map((n) => (
        <SplitPart key={n} n={n} />
      ))}
      <Disclosure summary={t("casework:fields.moreParts")}>
        <div className="stack">
          {numbers.slice(2).map((n) => (
            <SplitPart key={n} n={n} />
          ))}
        </div>
      </Disclosure>
    </FoldedAct>
  );
}

function SplitPart({ n }: { n: number }) {
  const t = useText();
  const { error, typed } = useTried("split");
  return (
    <fieldset className="stack card">
      <legend className="field-label">{t("casework:fields.part", { n: String(n) })}</legend>
      <Select
        id={`split-kind${n}`}
        name={`kind${n}`}
        label={t("casework:fields.kind")}
        error={error(`kind${n}`)}
        placeholder={t("casework:list.kind")}
        defaultValue={typed(`kind${n}`) ?? ""}
        choices={caseKinds.map((kind) => ({ value: kind, label: t(`words:caseKind.${kind}`) }))}
      />
      <TextField
        id={`split-subject${n}`}
        name={`subject${n}`}
        label={t("casework:fields.subject")}
        defaultValue={typed(`subject${n}`)}
        maxLength={subjectMaxLength}
      />
      <WrittenField act="split" name={`text${n}`} label={t("casework:fields.text")} limit={bodyMaxLength} />
    </fieldset>
  );
}
