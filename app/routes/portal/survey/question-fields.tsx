import { CheckboxGroup, RadioGroup } from "#app/components/form/choice-group.tsx";
import { LikertGroup } from "#app/components/form/likert.tsx";
import { TextArea } from "#app/components/form/text-area.tsx";
import { TextField } from "#app/components/form/text-field.tsx";
import { useText } from "#app/i18n/use-text.ts";
import type { FormQuestion, QuestionsView } from "./form-view.server.ts";
import { RankingField } from "./ranking-field.tsx";
import { answerName, choiceName, textName, type Typed } from "./read-survey-form.ts";
import { runsOf } from "./question-runs.ts";

type Answers = { typed: Typed; errors: ReadonlyMap<string, string> };

/** The questions of one section in their order. What is for some people only says so, and a script hides it from the others. */
export function QuestionFields({
  questions,
  title,
  view,
  ...answers
}: Answers & { questions: readonly FormQuestion[]; title: string; view: QuestionsView }) {
  const t = useText();
  return runsOf(questions).map((run) => {
    const [first] = run;
    if (!first) return null;
    const { code, onlyIf } = first;
    const fields = isTable(first) ? (
      <Table questions={run} title={title} {...answers} />
    ) : (
      run.map((question) => <OneField key={question.code} question={question} view={view} {...answers} />)
    );
    if (!onlyIf) return <div key={code}>{fields}</div>;
    return (
      <div key={code} className="stack stack-tight" data-asked-if={onlyIf.name} data-asked-values={onlyIf.values.join(" ")}>
        <p className="muted">{t("surveys:form.onlyIf", { question: onlyIf.question, option: onlyIf.option })}</p>
        {fields}
      </div>
    );
  });
}

/** Scales, and grids whose answers fit side by side. */
const isTable = ({ kind, grid, options }: FormQuestion) => kind === "scale5" || kind === "scale3" || (grid !== null && options.length <= 5);

function Table({ questions, title, typed, errors }: Answers & { questions: readonly FormQuestion[]; title: string }) {
  const t = useText();
  const [first] = questions;
  if (!first) return null;
  const none = first.notApplicable ?? (first.kind === "scale5" ? { value: "0", label: t("surveys:form.noOpinion") } : undefined);
  return (
    <>
      {first.grid ? <p className="grid-question">{first.grid.text}</p> : null}
      {questions.some(({ sensitive }) => sensitive) ? <p className="muted">{t("surveys:form.sensitive")}</p> : null}
      <LikertGroup
        label={first.grid?.text ?? title}
        levels={first.options}
        noOpinion={none}
        plain={first.kind !== "scale5"}
        statements={questions.map(({ code, kind, number, text }) => {
          const name = kind === "scale5" ? answerName(code) : choiceName(code);
          return {
            id: kind === "scale5" ? `a-${code}` : `c-${code}`,
            name,
            statement: number === null ? text : `${number}. ${text}`,
            error: errors.get(code),
            defaultValue: typed[name]?.[0],
          };
        })}
      />
    </>
  );
}

function OneField({ question, view, typed, errors }: Answers & { question: FormQuestion; view: QuestionsView }) {
  const t = useText();
  const { code, kind, text, options, most, range, required, isShort, sensitive } = question;
  const name = kind === "text" ? textName(code) : choiceName(code);
  const why = sensitive ? t("surveys:form.sensitive") : undefined;
  const hinted = (...hints: (string | undefined)[]) => [...hints, why].filter(Boolean).join(" ") || undefined;
  const field = { id: kind === "text" ? `t-${code}` : `c-${code}`, name, label: text, hint: why, error: errors.get(code) };
  const optional = required ? undefined : t("common:optional");
  const chosen = typed[name];
  switch (kind) {
    case "multiple":
      return (
        <CheckboxGroup
          {...field}
          choices={options}
          hint={hinted(most === null ? t("surveys:form.several") : t("surveys:form.atMost", { most: String(most) }))}
          defaultValue={chosen}
        />
      );
    case "ranking":
      return <RankingField {...field} question={question} typed={typed} />;
    case "number":
      return (
        <TextField
          {...field}
          optional={optional}
          hint={hinted(
            range
              ? t(range.unit ? "surveys:form.numberOf" : "surveys:form.number", {
                  min: String(range.min),
                  max: String(range.max),
                  unit: range.unit ?? "",
                })
              : undefined,
          )}
          inputMode="numeric"
          autoComplete="off"
          width="short"
          defaultValue={chosen?.[0]}
        />
      );
    case "text":
      if (isShort)
        return <TextField {...field} optional={optional} hint={hinted(t("surveys:form.openHint"))} autoComplete="off" defaultValue={chosen?.[0]} />;
      return (
        <TextArea
          {...field}
          hint={hinted(t("surveys:form.openHint"))}
          optional={optional}
          rows={4}
          limit={view.textMaxLength}
          lengthNote={t("surveys:form.lengthNote", { max: String(view.textMaxLength) })}
          left={t("surveys:form.left")}
          over={t("surveys:form.over")}
          defaultValue={chosen?.[0]}
        />
      );
    default:
      return <RadioGroup {...field} choices={options} defaultValue={chosen?.[0]} />;
  }
}
