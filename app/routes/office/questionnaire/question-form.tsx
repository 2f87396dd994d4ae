import { Checkbox } from "#app/components/form/checkbox.tsx";
import { Select } from "#app/components/form/select.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import type { Question } from "#app/domain/surveys/questionnaire-schema.ts";
import { questionParts } from "#app/domain/surveys/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import { rowsOf } from "./change-fields.ts";
import { RowsField } from "./rows-field.tsx";
import { WordsPair } from "./words-pair.tsx";

type Choices = { value: string; label: string }[];

/** All of one question. What was typed comes back when it was not taken. */
export function QuestionForm({
  question,
  typed,
  revision,
  factors,
  earlier,
}: {
  question: Question;
  typed: Readonly<Record<string, string>> | undefined;
  revision: number;
  factors: Choices;
  earlier: Choices;
}) {
  const t = useText();
  const text = (name: string, stored: string | number | undefined) => typed?.[name] ?? (stored === undefined ? "" : String(stored));
  const words = (name: string, stored: { vi: string; en: string } | undefined) => ({
    vi: text(`${name}.vi`, stored?.vi),
    en: text(`${name}.en`, stored?.en),
  });
  const tick = (name: string, stored: boolean | undefined) => (typed ? typed[name] === "on" : stored === true);
  const options = optionRows(question);
  const rows = typed ? rowsOf(typed, "option") : (options ?? []);
  const grid = "grid" in question ? question.grid : undefined;
  return (
    <form method="post" noValidate className="stack">
      <input type="hidden" name="revision" value={revision} />
      <WordsPair id="noi-dung" name="text" label={t("questionnaires:column.text")} words={words("text", question.text)} long />
      <Select
        id="phan"
        name="part"
        label={t("questionnaires:column.part")}
        choices={questionParts.map((value) => ({ value, label: t(`questionnaires:parts.${value}`) }))}
        defaultValue={text("part", question.part)}
      />
      {factors.length > 0 ? (
        <Select
          id="yeu-to"
          name="factor"
          label={t("questionnaires:question.factor")}
          placeholder={t("questionnaires:question.noFactor")}
          choices={factors}
          defaultValue={text("factor", question.factor)}
        />
      ) : null}
      <Checkbox id="bat-buoc" name="required" label={t("questionnaires:question.required")} defaultChecked={tick("required", question.required)} />
      {question.kind === "scale5" || question.kind === "scale3" ? (
        <Checkbox
          id="khong-ap-dung"
          name="notApplicable"
          label={t("questionnaires:question.notApplicable")}
          defaultChecked={tick("notApplicable", question.notApplicable)}
        />
      ) : null}
      <Checkbox
        id="nhay-cam"
        name="sensitive"
        label={t("questionnaires:question.sensitive")}
        defaultChecked={tick("sensitive", question.sensitive)}
      />
      {question.kind === "number" ? (
        <>
          <TextField
            id="tu"
            name="min"
            label={t("questionnaires:question.min")}
            inputMode="numeric"
            width="short"
            defaultValue={text("min", question.min)}
          />
          <TextField
            id="den"
            name="max"
            label={t("questionnaires:question.max")}
            inputMode="numeric"
            width="short"
            defaultValue={text("max", question.max)}
          />
          <WordsPair id="don-vi-tinh" name="unit" label={t("questionnaires:question.unit")} words={words("unit", question.unit)} />
        </>
      ) : null}
      {options ? (
        <RowsField
          name="option"
          legend={t(question.kind === "number" ? "questionnaires:question.bands" : "questionnaires:question.options")}
          rows={rows}
          withFrom={question.kind === "number"}
        />
      ) : null}
      {question.kind === "multiple" ? (
        <TextField
          id="nhieu-nhat"
          name="most"
          label={t("questionnaires:question.most")}
          optional={t("common:optional")}
          inputMode="numeric"
          width="short"
          defaultValue={text("most", question.most)}
        />
      ) : null}
      {question.kind === "text" ? (
        <Select
          id="dai-ngan"
          name="lines"
          label={t("questionnaires:question.lines")}
          choices={(["long", "short"] as const).map((value) => ({ value, label: t(`questionnaires:lines.${value}`) }))}
          defaultValue={text("lines", question.lines)}
        />
      ) : null}
      {earlier.length > 0 ? (
        <>
          <Select
            id="hoi-neu"
            name="showIf.question"
            label={t("questionnaires:question.showIf")}
            placeholder={t("questionnaires:question.always")}
            choices={earlier}
            defaultValue={text("showIf.question", question.showIf?.question)}
          />
          <TextField
            id="hoi-neu-chon"
            name="showIf.in"
            label={t("questionnaires:question.showIfIn")}
            hint={t("questionnaires:question.showIfHint")}
            autoComplete="off"
            defaultValue={text("showIf.in", question.showIf?.in.join(", "))}
          />
        </>
      ) : null}
      {question.kind === "scale5" || question.kind === "scale3" || question.kind === "single" || question.kind === "yesno" ? (
        <>
          <TextField
            id="bang"
            name="grid.code"
            label={t("questionnaires:question.grid")}
            hint={t("questionnaires:question.gridHint")}
            optional={t("common:optional")}
            width="short"
            autoComplete="off"
            defaultValue={text("grid.code", grid?.code)}
          />
          <WordsPair id="cau-hoi-chung" name="grid.text" label={t("questionnaires:question.gridText")} words={words("grid.text", grid?.text)} />
        </>
      ) : null}
      <SubmitRow text={t("questionnaires:save")} />
    </form>
  );
}

/** What is chosen from, as rows; undefined for a kind that has nothing to choose from. */
function optionRows(question: Question) {
  if (question.kind === "number") return (question.bands ?? []).map(({ code, label, from }) => ({ code, words: label, from }));
  return "options" in question ? question.options.map(({ code, label }) => ({ code, words: label })) : undefined;
}
