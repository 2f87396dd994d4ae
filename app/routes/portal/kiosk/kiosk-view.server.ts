import { findKioskByToken } from "#app/domain/kiosks/index.server.ts";
import type { RoundForm } from "#app/domain/surveys/index.server.ts";
import { inLanguage } from "#app/i18n/language.ts";
import type { Visit } from "#app/platform/guards.server.ts";
import { formView } from "../survey/form-view.server.ts";
import { answerName, choiceName, textName } from "../survey/read-survey-form.ts";

type Question = RoundForm["questionnaire"]["questions"][number];

/** What a device is to this round: nothing yet, shut, or a kiosk with its form. */
export async function kioskView({ db, lang, url }: Visit, form: RoundForm, token: string | undefined, key: string | null = null) {
  const { round } = form;
  const kiosk = token ? await findKioskByToken(db, token) : undefined;
  const about = { slug: round.slug, title: inLanguage(lang, form.copy.content.title), opensOn: round.opensOn, closesOn: round.closesOn };
  if (!token || kiosk?.round !== round.slug) return { standing: "not_set_up" as const, ...about, code: url.searchParams.get("ma") ?? "" };
  if (!form.takesAnswers) return { standing: "shut" as const, ...about };

  const unit = [...round.units, round.authority].find(({ slug }) => slug === kiosk.unit);
  const procedure = form.procedures.find(({ slug }) => slug === kiosk.procedure);
  return {
    standing: "ready" as const,
    ...about,
    name: kiosk.name,
    token,
    form: formView(lang, form, key),
    unit: unit ? inLanguage(lang, unit.name) : kiosk.unit,
    procedure: procedure ? inLanguage(lang, procedure.name) : null,
    questions: form.questionnaire.questions.length,
    rules: form.questionnaire.questions.map(stepRule),
  };
}

/** What the script on the page has to know of a question to keep its order: its field, whether it must be answered, and for whom it is. */
function stepRule(question: Question, _: number, all: readonly Question[]) {
  const condition = question.showIf;
  const asked = condition && all.find(({ code }) => code === condition.question);
  return {
    name: nameOf(question),
    required: question.required,
    // A number has to be read before it is known which band it is in: such a question is always shown.
    onlyIf: condition && asked && asked.kind !== "number" ? { name: nameOf(asked), in: condition.in } : null,
  };
}

const nameOf = ({ kind, code }: Question) => (kind === "scale5" ? answerName(code) : kind === "text" ? textName(code) : choiceName(code));
