import { randomUUID } from "node:crypto";
import type { Language } from "#app/domain/content/vocabulary.ts";
import type { RoundForm } from "#app/domain/surveys/index.server.ts";
import { notApplicableOption, optionsOf } from "#app/domain/surveys/question-options.ts";
import type { Question, Questionnaire } from "#app/domain/surveys/questionnaire-schema.ts";
import { type QuestionKind, type QuestionPart, textMaxLength } from "#app/domain/surveys/vocabulary.ts";
import { inLanguage } from "#app/i18n/language.ts";
import { extensionView } from "./extension-view.ts";
import { answerName, choiceName } from "./read-survey-form.ts";

type Choice = { value: string; label: string };
type Say = (text: { vi: string; en: string | null }) => string;

/** A question in one language, as a form shows it. */
export type FormQuestion = {
  code: string;
  kind: QuestionKind;
  /** Five-level questions are numbered, as in the results. */
  number: number | null;
  text: string;
  required: boolean;
  /** What can be chosen, in order; empty for numbers and texts. */
  options: Choice[];
  /** “Không biết / Không áp dụng”, where it may be said. */
  notApplicable: Choice | null;
  /** About ethnicity, health, belief …: the form says what for, and that it may be left out. */
  sensitive: boolean;
  grid: { code: string; text: string } | null;
  /** For some people only: what they chose before, in words and as the form's field. */
  onlyIf: { question: string; option: string; name: string; values: readonly string[] } | null;
  most: number | null;
  range: { min: number; max: number; unit: string | null } | null;
  isShort: boolean;
};

/** Questions one after another under one heading: a factor, or a part of the questionnaire. */
export type FormSection = { id: string; part: QuestionPart; factor: string | null; questions: FormQuestion[] };

/** A round's questionnaire as one page in one language. */
export function formView(lang: Language, { round, questionnaire, procedures, copy }: RoundForm, key: string | null) {
  const say: Say = (text) => inLanguage(lang, text);
  return {
    slug: round.slug,
    title: say(copy.content.title),
    authority: say(round.authority.name),
    closesOn: round.closesOn,
    extension: extensionView(lang, copy.content),
    /** One for each form that is shown: sending it twice stores one sheet. */
    key: key ?? randomUUID(),
    ...questionsView(lang, questionnaire),
    /** Frozen when the round opened; rounds older than that text have the questionnaire's. */
    consent: say(round.consent ?? questionnaire.consent),
    units: round.units.map(({ slug, name }) => ({ value: slug, label: say(name) })),
    procedures: procedures.map(({ slug, name }) => ({ value: slug, label: say(name) })),
  };
}

export type FormView = ReturnType<typeof formView>;

/** The questions of a questionnaire in one language; the editor shows them without a round. */
export function questionsView(lang: Language, questionnaire: Questionnaire) {
  const say: Say = (text) => inLanguage(lang, text);
  return {
    intro: say(questionnaire.intro),
    consent: say(questionnaire.consent),
    /** Questions about sensitive data, as they are asked; none in most forms. */
    sensitive: questionnaire.questions.filter(({ sensitive }) => sensitive).map(({ text }) => say(text)),
    sections: sectionsOf(lang, questionnaire),
    textMaxLength,
  };
}

export type QuestionsView = ReturnType<typeof questionsView>;

function sectionsOf(lang: Language, questionnaire: Questionnaire): FormSection[] {
  const say: Say = (text) => inLanguage(lang, text);
  const sections: FormSection[] = [];
  let number = 0;
  for (const question of questionnaire.questions) {
    if (question.kind === "scale5") number += 1;
    const { part } = question;
    const factor = questionnaire.factors.find(({ code }) => (part === "service" || part === "policy") && code === question.factor);
    const name = factor ? say(factor.name) : null;
    const last = sections.at(-1);
    const shown = toFormQuestion(lang, questionnaire, question, question.kind === "scale5" ? number : null);
    if (last?.part === part && last.factor === name) last.questions.push(shown);
    else sections.push({ id: `phan-${sections.length + 1}`, part, factor: name, questions: [shown] });
  }
  return sections;
}

function toFormQuestion(lang: Language, questionnaire: Questionnaire, question: Question, number: number | null): FormQuestion {
  const say: Say = (text) => inLanguage(lang, text);
  return {
    code: question.code,
    kind: question.kind,
    number,
    text: say(question.text),
    required: question.required,
    options: choicesOf(say, questionnaire, question),
    notApplicable:
      "notApplicable" in question && question.notApplicable ? { value: notApplicableOption.code, label: say(notApplicableOption.label) } : null,
    sensitive: question.sensitive === true,
    grid: "grid" in question && question.grid ? { code: question.grid.code, text: say(question.grid.text) } : null,
    onlyIf: conditionOf(lang, questionnaire, question),
    most: question.kind === "multiple" ? (question.most ?? null) : null,
    range: question.kind === "number" ? { min: question.min, max: question.max, unit: question.unit ? say(question.unit) : null } : null,
    isShort: question.kind === "text" && question.lines === "short",
  };
}

function choicesOf(say: Say, { scale }: Questionnaire, question: Question): Choice[] {
  if (question.kind === "scale5") return scale.map(({ value, label }) => ({ value: String(value), label: say(label) }));
  if (question.kind === "text" || question.kind === "number") return [];
  return optionsOf(question).map(({ code, label }) => ({ value: code, label: say(label) }));
}

function conditionOf(lang: Language, questionnaire: Questionnaire, { showIf }: Question): FormQuestion["onlyIf"] {
  const asked = showIf && questionnaire.questions.find(({ code }) => code === showIf.question);
  if (!asked) return null;
  const say: Say = (text) => inLanguage(lang, text);
  const bands = asked.kind === "number" ? optionsOf(asked).map(({ code, label }) => ({ value: code, label: say(label) })) : [];
  const chosen = [...choicesOf(say, questionnaire, asked), ...bands].filter(({ value }) => showIf.in.includes(value));
  return {
    question: say(asked.text),
    option: new Intl.ListFormat(lang, { type: "disjunction" }).format(chosen.map(({ label }) => label)),
    name: asked.kind === "scale5" ? answerName(asked.code) : choiceName(asked.code),
    // A number has to be read before it is known which band it is in: such a question is never hidden on the page.
    values: asked.kind === "number" ? [] : showIf.in,
  };
}
