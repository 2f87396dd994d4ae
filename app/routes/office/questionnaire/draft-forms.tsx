import { RadioGroup } from "#app/components/form/choice-group.tsx";
import { Select } from "#app/components/form/select.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import type { Questionnaire } from "#app/domain/surveys/questionnaire-schema.ts";
import { minutesOf } from "#app/domain/surveys/minutes-of.ts";
import { indexVariants, questionKinds, questionParts } from "#app/domain/surveys/vocabulary.ts";
import { useText } from "#app/i18n/use-text.ts";
import { RowsField } from "./rows-field.tsx";
import { WordsPair } from "./words-pair.tsx";

/** What a draft is called and says before and after its questions; its levels; its factors. */
export function DraftForms({ content, revision }: { content: Questionnaire; revision: number }) {
  const t = useText();
  return (
    <>
      <Disclosure summary={t("questionnaires:heading.title")} open={content.title.vi === ""}>
        <form method="post" noValidate className="stack">
          <input type="hidden" name="revision" value={revision} />
          {(["title", "intro", "consent", "closing"] as const).map((part) => (
            <WordsPair
              key={part}
              id={`p-${part}`}
              name={part}
              label={t(`questionnaires:heading.${part}`)}
              words={content[part]}
              long={part !== "title"}
            />
          ))}
          <RadioGroup
            id="cach-gop"
            name="indexVariant"
            label={t("questionnaires:heading.variant")}
            choices={indexVariants.map((value) => ({ value, label: t(`questionnaires:variant.${value}`) }))}
            defaultValue={content.indexVariant}
          />
          <TextField
            id="so-phut"
            name="minutes"
            label={t("questionnaires:heading.minutes")}
            hint={t("questionnaires:heading.minutesHint", { minutes: String(minutesOf({ questions: content.questions })) })}
            optional={t("common:optional")}
            inputMode="numeric"
            autoComplete="off"
            width="short"
            defaultValue={content.minutes === undefined ? "" : String(content.minutes)}
          />
          <SubmitRow text={t("questionnaires:save")} name="intent" value="heading" look="secondary" />
        </form>
      </Disclosure>
      <Disclosure summary={t("questionnaires:factors")}>
        <form method="post" noValidate className="stack">
          <input type="hidden" name="revision" value={revision} />
          <RowsField name="factor" legend={t("questionnaires:factors")} rows={content.factors.map(({ code, name }) => ({ code, words: name }))} />
          <SubmitRow text={t("questionnaires:save")} name="intent" value="factors" look="secondary" />
        </form>
      </Disclosure>
      <Disclosure summary={t("questionnaires:scale")}>
        <form method="post" noValidate className="stack">
          <input type="hidden" name="revision" value={revision} />
          {content.scale.map(({ value, label }) => (
            <WordsPair
              key={value}
              id={`muc-${value}`}
              name={`level.${value}`}
              label={t("questionnaires:level", { value: String(value) })}
              words={label}
            />
          ))}
          <SubmitRow text={t("questionnaires:save")} name="intent" value="scale" look="secondary" />
        </form>
      </Disclosure>
    </>
  );
}

/** A new question at the end; its kind and code stay, the rest is asked on its own page. */
export function AddQuestion({ revision, typed }: { revision: number; typed: Readonly<Record<string, string>> | undefined }) {
  const t = useText();
  return (
    <form method="post" noValidate className="stack">
      <input type="hidden" name="revision" value={revision} />
      <Select
        id="loai"
        name="kind"
        label={t("questionnaires:column.kind")}
        choices={questionKinds.map((value) => ({ value, label: t(`questionnaires:kinds.${value}`) }))}
        defaultValue={typed?.kind}
      />
      <Select
        id="phan"
        name="part"
        label={t("questionnaires:column.part")}
        choices={questionParts.map((value) => ({ value, label: t(`questionnaires:parts.${value}`) }))}
        defaultValue={typed?.part}
      />
      <TextField
        id="ma-cau"
        name="code"
        label={t("questionnaires:column.code")}
        hint={t("questionnaires:codeHint")}
        width="short"
        autoComplete="off"
        defaultValue={typed?.code}
      />
      <SubmitRow text={t("questionnaires:add")} name="intent" value="add" look="secondary" />
    </form>
  );
}
