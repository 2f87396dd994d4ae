import { isProfile } from "./question-options.ts";
import type { ChoiceQuestion, Questionnaire, ScaleQuestion, TextQuestion } from "./questionnaire-schema.ts";

/** Criteria whose answers are put together: all service criteria first (`overall`), then each factor. */
export type CriteriaGroup = {
  /** `overall`, or the code of a factor. */
  code: string;
  /** Places in `sheets.answers`, counted from 0. */
  places: readonly number[];
};

/** Where each question of a version stands in the arrays of a stored sheet. The order never changes for a version. */
export type SheetLayout = {
  questionnaire: Questionnaire;
  /** In the order of `sheets.answers`: five levels. */
  scale: readonly ScaleQuestion[];
  /** In the order of `sheets.choices`: every other closed question. */
  choices: readonly ChoiceQuestion[];
  texts: readonly TextQuestion[];
  groups: readonly CriteriaGroup[];
  /** Places in `sheets.choices` of what people say about themselves, where figures are given for each answer. */
  profile: readonly number[];
  /** Place in `sheets.answers` of the question about overall satisfaction; null where there is none beside service criteria. */
  overall: number | null;
};

/**
 * The layout of a version's sheets. The overall index rests on the service criteria; the single question about overall
 * satisfaction stands beside it as a criterion of its own and is in no group. A form without service criteria
 * rests on all its scale questions.
 */
export function layOut(questionnaire: Questionnaire): SheetLayout {
  const { questions } = questionnaire;
  const scale = questions.filter((question) => question.kind === "scale5");
  const placesWhere = (holds: (question: ScaleQuestion) => boolean) => scale.flatMap((question, place) => (holds(question) ? [place] : []));

  const service = placesWhere((question) => question.part === "service");
  const [overall] = service.length > 0 ? placesWhere((question) => question.part === "overall") : [];
  const factors = questionnaire.factors.map(({ code }) => ({
    code,
    places: placesWhere((question) => question.factor === code && (service.length === 0 || question.part === "service")),
  }));

  const choices = questions.filter((question) => question.kind !== "scale5" && question.kind !== "text");

  return {
    questionnaire,
    scale,
    choices,
    texts: questions.filter((question) => question.kind === "text"),
    groups: [
      { code: "overall", places: service.length > 0 ? service : scale.map((_, place) => place) },
      ...factors.filter(({ places }) => places.length > 0),
    ],
    profile: choices.flatMap((question, place) => (isProfile(question) ? [place] : [])),
    overall: overall ?? null,
  };
}
