import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { HiddenHoneypot } from "#app/components/form/honeypot.tsx";
import { LikertGroup } from "#app/components/form/likert.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { TextArea } from "#app/components/form/text-area.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { useText } from "#app/i18n/use-text.ts";
import { AboutFields, type FixedPlace } from "./about-fields.tsx";
import { ChoiceFields } from "./choice-fields.tsx";
import { errorWords, type SheetErrors } from "./error-words.ts";
import type { FormView } from "./form-view.server.ts";
import { answerName, potName, textName, type Typed } from "./read-survey-form.ts";

/** The whole questionnaire on one page: place, factors, the whole, a few choices, a comment, profile. */
export function SurveyForm({
  view,
  action,
  typed = {},
  errors = {},
  refusal,
  fixed,
  started,
}: {
  view: FormView;
  action: string;
  typed?: Typed | undefined;
  errors?: SheetErrors | undefined;
  /** The sentence of a refusal: nothing was stored. */
  refusal?: string | undefined;
  /** With a slip, unit and procedure are its own. */
  fixed?: FixedPlace | undefined;
  /** When the form was first shown, signed (`markStart`); without it nobody measures how long it took. */
  started?: string | undefined;
}) {
  const t = useText();
  const words = errorWords(t, view, errors);
  const noOpinion = { value: "0", label: t("surveys:form.noOpinion") };
  const toStatement = ({ code, number, text }: FormView["others"][number]) => ({
    id: `a-${code}`,
    name: answerName(code),
    statement: `${number}. ${text}`,
    error: words.get(code),
    defaultValue: typed[answerName(code)]?.[0],
  });

  return (
    <>
      <FormErrorSummary title={t("common:formErrors")} fields={[{ error: refusal }, ...summaryOf(t, view, words)]} />
      <form
        method="post"
        action={action}
        noValidate
        data-once=""
        data-draft={fixed ? undefined : `khao-sat-${view.slug}`}
        data-draft-saved={t("surveys:form.draftSaved")}
        data-draft-restored={t("surveys:form.draftRestored")}
        data-draft-discard={t("surveys:form.draftDiscard")}
      >
        <input type="hidden" name="key" value={view.key} />
        {started ? <input type="hidden" name="started" value={started} data-started="" /> : null}
        <HiddenHoneypot name={potName} label={t("common:honeypot")} />
        <AboutFields view={view} typed={typed} errors={words} fixed={fixed} />
        {view.factors.map(({ code, name, statements }) => (
          <Section key={code} id={`yeu-to-${code}`} title={name}>
            <LikertGroup label={name} levels={view.levels} noOpinion={noOpinion} statements={statements.map(toStatement)} />
          </Section>
        ))}
        {view.others.length > 0 ? (
          <Section id="chung" title={t("surveys:form.overall")}>
            <LikertGroup label={t("surveys:form.overall")} levels={view.levels} noOpinion={noOpinion} statements={view.others.map(toStatement)} />
          </Section>
        ) : null}
        {view.process.length > 0 ? (
          <Section id="lan-nay" title={t("surveys:form.process")}>
            <p className="muted">{t("surveys:form.processLead")}</p>
            <ChoiceFields questions={view.process} typed={typed} errors={words} />
          </Section>
        ) : null}
        {view.texts.length > 0 ? (
          <Section id="y-kien" title={t("surveys:form.open")}>
            {view.texts.map(({ code, text, required }) => (
              <TextArea
                key={code}
                id={`t-${code}`}
                name={textName(code)}
                label={text}
                hint={t("surveys:form.openHint")}
                optional={required ? undefined : t("common:optional")}
                rows={4}
                limit={view.textMaxLength}
                lengthNote={t("surveys:form.lengthNote", { max: String(view.textMaxLength) })}
                left={t("surveys:form.left")}
                over={t("surveys:form.over")}
                error={words.get(code)}
                defaultValue={typed[textName(code)]?.[0]}
              />
            ))}
          </Section>
        ) : null}
        {view.profile.length > 0 ? (
          <Section id="ve-ban" title={t("surveys:form.profile")}>
            <p className="muted">{t("surveys:form.profileLead")}</p>
            <ChoiceFields questions={view.profile} typed={typed} errors={words} />
          </Section>
        ) : null}
        <SubmitRow
          text={t("surveys:form.submit")}
          note={
            <div className="stack stack-tight">
              <p>{view.consent}</p>
              <p className="muted">{t("surveys:form.privacy")}</p>
            </div>
          }
        />
      </form>
    </>
  );
}

function summaryOf(t: ReturnType<typeof useText>, view: FormView, words: ReadonlyMap<string, string>) {
  const scale = [...view.factors.flatMap(({ statements }) => statements), ...view.others];
  return [...words].map(([field, sentence]) => {
    const statement = scale.find(({ code }) => code === field);
    if (statement) return { id: `a-${field}`, error: t("surveys:error.atQuestion", { number: String(statement.number), sentence }) };
    const choice = [...view.process, ...view.profile].find(({ code }) => code === field);
    if (choice) return { id: `c-${field}`, error: t("surveys:error.at", { field: choice.text, sentence }) };
    const text = view.texts.find(({ code }) => code === field);
    if (text) return { id: `t-${field}`, error: t("surveys:error.at", { field: text.text, sentence }) };
    if (field === "unit") return { id: "unit", error: t("surveys:error.at", { field: t("surveys:form.unit"), sentence }) };
    if (field === "procedure") return { id: "procedure", error: t("surveys:error.at", { field: t("surveys:form.procedure"), sentence }) };
    return { error: sentence };
  });
}
