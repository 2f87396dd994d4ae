import { FormErrorSummary } from "#app/components/form/form-error-summary.tsx";
import { HiddenHoneypot } from "#app/components/form/honeypot.tsx";
import { SubmitRow } from "#app/components/form/submit-row.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { useText } from "#app/i18n/use-text.ts";
import { AboutFields, type FixedPlace } from "./about-fields.tsx";
import { errorWords, type SheetErrors } from "./error-words.ts";
import type { FormView } from "./form-view.server.ts";
import { QuestionFields } from "./question-fields.tsx";
import { potName, type Typed } from "./read-survey-form.ts";
import { sectionTitle } from "./section-title.ts";
import { SensitiveNote } from "./sensitive-note.tsx";

/** The whole questionnaire on one page: the place, then every question in its order. */
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
  return (
    <>
      <FormErrorSummary title={t("common:formErrors")} fields={[{ error: refusal }, ...summaryOf(t, view, words)]} />
      <form
        method="post"
        action={action}
        noValidate
        data-once=""
        data-asks=""
        data-draft={fixed ? undefined : `khao-sat-${view.slug}`}
        data-draft-saved={t("surveys:form.draftSaved")}
        data-draft-restored={t("surveys:form.draftRestored")}
        data-draft-discard={t("surveys:form.draftDiscard")}
      >
        <input type="hidden" name="key" value={view.key} />
        {started ? <input type="hidden" name="started" value={started} data-started="" /> : null}
        <HiddenHoneypot name={potName} label={t("common:honeypot")} />
        <p className="muted measure">{view.consent}</p>
        <SensitiveNote questions={view.sensitive} />
        <AboutFields view={view} typed={typed} errors={words} fixed={fixed} />
        {view.sections.map((section) => {
          const { title, lead } = sectionTitle(t, section);
          return (
            <Section key={section.id} id={section.id} title={title}>
              {lead ? <p className="muted">{lead}</p> : null}
              <QuestionFields questions={section.questions} title={title} view={view} typed={typed} errors={words} />
            </Section>
          );
        })}
        <SubmitRow text={t("surveys:form.submit")} note={<p className="muted">{t("surveys:form.privacy")}</p>} />
      </form>
    </>
  );
}

function summaryOf(t: ReturnType<typeof useText>, view: FormView, words: ReadonlyMap<string, string>) {
  const questions = view.sections.flatMap((section) => section.questions);
  return [...words].map(([field, sentence]) => {
    const question = questions.find(({ code }) => code === field);
    if (question) {
      const error =
        question.number === null
          ? t("surveys:error.at", { field: question.text, sentence })
          : t("surveys:error.atQuestion", { number: String(question.number), sentence });
      return { id: `${question.kind === "scale5" ? "a" : question.kind === "text" ? "t" : "c"}-${field}`, error };
    }
    if (field === "unit") return { id: "unit", error: t("surveys:error.at", { field: t("surveys:form.unit"), sentence }) };
    if (field === "procedure") return { id: "procedure", error: t("surveys:error.at", { field: t("surveys:form.procedure"), sentence }) };
    return { error: sentence };
  });
}
