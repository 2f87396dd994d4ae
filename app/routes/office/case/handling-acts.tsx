import { DateField } from "#app/components/form/date-field.tsx";
import type { CaseForOffice } from "#app/domain/feedback/index.server.ts";
import { messageMaxLength, reasonMaxLength, reasonMinLength } from "#app/domain/feedback/vocabulary.ts";
import { formatDay } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { useText } from "#app/i18n/use-text.ts";
import { daysInWords } from "../../feedback/clock-words.ts";
import { FoldedAct } from "./act-form.tsx";
import { TemplateChoice } from "./template-choice.tsx";
import { useTried } from "./tried.tsx";
import { ReasonField, WrittenField } from "./written-field.tsx";

/** A later due day, with the last one the rule allows. */
export function AskExtensionAct({ theCase }: { theCase: CaseForOffice }) {
  const t = useText();
  const { lang } = useLanguage();
  const { error, typed } = useTried("ask_extension");
  const clock = theCase.clocks.findLast((one) => one.step === "answer" && one.state !== "stopped");
  const { ceiling = null, count = "working_days", basis = "" } = clock?.rule ?? {};
  const hint =
    clock?.latestDueOn && ceiling !== null
      ? t("casework:fields.ceiling", { day: formatDay(lang, clock.latestDueOn), time: daysInWords(t, ceiling, count), basis })
      : undefined;
  return (
    <FoldedAct act="ask_extension">
      <DateField
        id="ask_extension-to"
        name="to"
        label={t("casework:fields.to")}
        hint={hint}
        error={error("to")}
        defaultValue={typed("to")}
        min={clock?.dueOn}
        max={clock?.latestDueOn ?? undefined}
      />
      <ReasonField act="ask_extension" limit={reasonMaxLength} />
    </FoldedAct>
  );
}

export function WriteToSenderAct() {
  const t = useText();
  return (
    <FoldedAct act="write_to_sender">
      <TemplateChoice kind="message" into="write_to_sender-body" />
      <WrittenField act="write_to_sender" name="body" label={t("casework:fields.message")} limit={messageMaxLength} />
    </FoldedAct>
  );
}

export function FindInsufficientAct() {
  const t = useText();
  return (
    <FoldedAct act="find_insufficient">
      <WrittenField
        act="find_insufficient"
        name="interim"
        label={t("casework:fields.interim")}
        hint={t("casework:fields.reasonHint", { min: String(reasonMinLength) })}
        limit={messageMaxLength}
      />
    </FoldedAct>
  );
}
