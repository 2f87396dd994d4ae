import { RadioGroup } from "#app/components/form/choice-group.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextArea } from "#app/components/form/text-area.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import type { OfficeRemark } from "#app/domain/remarks/index.server.ts";
import { remarkMaxLength, remarkReasonMaxLength } from "#app/domain/remarks/vocabulary.ts";
import { findPersonalData, maskPersonalData } from "#app/domain/publishing/personal-data.ts";
import { useText } from "#app/i18n/use-text.ts";
import { MarkedText } from "../../feedback/marked-text.tsx";

/** The words for everybody, to shorten and to propose. What the detector finds in the original is replaced to begin with. */
export function ProposeForm({
  item,
  body,
  allowed,
  typed,
}: {
  item: OfficeRemark;
  body: string;
  allowed: readonly string[];
  typed: Record<string, string> | undefined;
}) {
  const t = useText();
  const text = typed?.text ?? item.publicText ?? maskPersonalData(body, findPersonalData(body, { allowed }));
  const marks = typed ? findPersonalData(text, { allowed }).length : 0;
  return (
    <Disclosure summary={t(item.standing === "proposed" ? "remarks:propose.again" : "remarks:propose.open")} open={typed !== undefined}>
      <form method="post" noValidate className="stack">
        <input type="hidden" name="id" value={item.id} />
        <input type="hidden" name="revision" value={item.revision} />
        {marks > 0 ? (
          <Notice tone="warn" title={t("remarks:propose.found")}>
            <MarkedText text={text} allowed={allowed} />
          </Notice>
        ) : null}
        <TextArea
          id={`text-${item.id}`}
          name="text"
          label={t("remarks:propose.text")}
          hint={t("remarks:propose.hint")}
          rows={4}
          limit={remarkMaxLength}
          left={t("casework:reply.count.left")}
          over={t("casework:reply.count.over")}
          defaultValue={text}
        />
        <RadioGroup
          id={`language-${item.id}`}
          name="language"
          label={t("remarks:propose.language")}
          choices={(["vi", "en"] as const).map((language) => ({ value: language, label: t(`remarks:propose.${language}`) }))}
          defaultValue={typed?.language ?? item.language}
        />
        <TextField
          id={`keptReason-${item.id}`}
          name="keptReason"
          label={t("remarks:propose.keep")}
          hint={t("remarks:propose.keepHint")}
          maxLength={remarkReasonMaxLength}
          defaultValue={typed?.keptReason ?? item.keptReason ?? ""}
        />
        <SubmitRow text={t("remarks:propose.send")} name="viec" value="de-xuat" look="secondary" note={t("remarks:propose.who")} />
      </form>
    </Disclosure>
  );
}
