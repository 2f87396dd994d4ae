import { randomUUID } from "node:crypto";
import type { Language } from "#app/domain/content/vocabulary.ts";
import type { RoundForm } from "#app/domain/surveys/index.server.ts";
import type { ChoiceQuestion } from "#app/domain/surveys/questionnaire-schema.ts";
import { optionsOf } from "#app/domain/surveys/question-options.ts";
import { textMaxLength } from "#app/domain/surveys/vocabulary.ts";
import { inLanguage } from "#app/i18n/language.ts";

/** A round's questionnaire as one page in one language. */
export function formView(lang: Language, { round, questionnaire, procedures, copy }: RoundForm, key: string | null) {
  const say = (text: { vi: string; en: string | null }) => inLanguage(lang, text);
  const scale = round.layout.scale.map((question, index) => ({
    code: question.code,
    number: index + 1,
    text: say(question.text),
    part: question.part,
    factor: question.factor,
  }));
  const factors = questionnaire.factors
    .map(({ code, name }) => ({ code, name: say(name), statements: scale.filter((one) => one.part === "service" && one.factor === code) }))
    .filter(({ statements }) => statements.length > 0);
  const inFactors = new Set(factors.flatMap(({ statements }) => statements));
  const choicesOf = (holds: (part: ChoiceQuestion["part"]) => boolean) =>
    round.layout.choices
      .filter(({ part }) => holds(part))
      .map((question) => ({ ...question, options: optionsOf(question) }))
      .map(({ code, kind, text, options, required, showIf }) => ({
        code,
        many: kind === "multiple",
        text: say(text),
        required,
        options: options.map((option) => ({ value: option.code, label: say(option.label) })),
        onlyIf: showIf ? conditionOf(round.layout.choices, showIf, say) : null,
      }));

  return {
    slug: round.slug,
    title: say(copy.content.title),
    authority: say(round.authority.name),
    intro: say(questionnaire.intro),
    consent: say(questionnaire.consent),
    closesOn: round.closesOn,
    /** One for each form that is shown: sending it twice stores one sheet. */
    key: key ?? randomUUID(),
    levels: questionnaire.scale.map(({ value, label }) => ({ value: String(value), label: say(label) })),
    factors,
    others: scale.filter((one) => !inFactors.has(one)),
    process: choicesOf((part) => part !== "profile"),
    profile: choicesOf((part) => part === "profile"),
    texts: round.layout.texts.map(({ code, text, required }) => ({ code, text: say(text), required })),
    textMaxLength,
    units: round.units.map(({ slug, name }) => ({ value: slug, label: say(name) })),
    procedures: procedures.map(({ slug, name }) => ({ value: slug, label: say(name) })),
  };
}

export type FormView = ReturnType<typeof formView>;

function conditionOf(
  choices: readonly ChoiceQuestion[],
  showIf: NonNullable<ChoiceQuestion["showIf"]>,
  say: (text: { vi: string; en: string }) => string,
) {
  const asked = choices.find(({ code }) => code === showIf.question);
  const option = asked && optionsOf(asked).find(({ code }) => showIf.in.includes(code));
  return asked && option ? { question: say(asked.text), option: say(option.label) } : null;
}
