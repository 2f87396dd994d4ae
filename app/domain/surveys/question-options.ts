import type { ChoiceQuestion, Question } from "./questionnaire-schema.ts";
import { notApplicableCode } from "./vocabulary.ts";

type Words = { vi: string; en: string };
export type QuestionOption = { code: string; label: Words };

export const yesNoOptions: readonly QuestionOption[] = [
  { code: "yes", label: { vi: "Có", en: "Yes" } },
  { code: "no", label: { vi: "Không", en: "No" } },
];

/** Levels of the one-stop slip in the law's words (TT 01/2018/TT-VPCP). */
export const threeLevels: readonly QuestionOption[] = [
  { code: "1", label: { vi: "Không hài lòng", en: "Dissatisfied" } },
  { code: "2", label: { vi: "Hài lòng", en: "Satisfied" } },
  { code: "3", label: { vi: "Rất hài lòng", en: "Very satisfied" } },
];

export const notApplicableOption: QuestionOption = {
  code: notApplicableCode,
  label: { vi: "Không biết / Không áp dụng", en: "Don’t know / Does not apply" },
};

/**
 * What can be chosen at a closed question, in the order of its option numbers (from 1). None for a plain number.
 * “Không biết / Không áp dụng” is not among them: it counts in no base.
 */
export function optionsOf(question: ChoiceQuestion): readonly QuestionOption[] {
  switch (question.kind) {
    case "yesno":
      return yesNoOptions;
    case "scale3":
      return threeLevels;
    case "number":
      return question.bands ?? [];
    default:
      return question.options;
  }
}

/** The codes a later question's `showIf` may name; none where an answer is no choice (text, plain number, ranking). */
export function codesOf(question: Question): readonly string[] {
  if (question.kind === "scale5") return ["1", "2", "3", "4", "5"];
  if (question.kind === "text" || question.kind === "ranking") return [];
  return optionsOf(question).map(({ code }) => code);
}

/** Of a profile question people gave one answer to, so that figures can be given for each; sensitive ones are left alone. */
export function isProfile(question: ChoiceQuestion): boolean {
  return (
    question.part === "profile" &&
    !question.sensitive &&
    question.kind !== "multiple" &&
    question.kind !== "ranking" &&
    optionsOf(question).length > 0
  );
}
