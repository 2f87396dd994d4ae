import { isProfile } from "./question-options.ts";
import type { ChoiceQuestion, Questionnaire, ScaleQuestion, TextQuestion } from "./questionnaire-schema.ts";

/**
 * Criteria whose answers are put together: all service criteria first (`overall`), then each of their factors; then, where
 * policies are asked about, all criteria about them (`policy`) and each of their factors.
 */
export type CriteriaGroup = {
  /** `overall`, `policy`, or the code of a factor. */
  code: string;
  /** What its criteria are about: services, or policies. The two are never put together. */
  about: "service" | "policy";
  /** Of one factor; else of all criteria about services or policies. */
  isFactor: boolean;
  /** Places in `sheets.answers`, counted from 0. */
  places: readonly number[];
  /** The same places by factor; a criterion of none stands for itself. */
  factors: readonly (readonly number[])[];
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
 * satisfaction stands beside it as a criterion of its own and is in no group, and policies have groups of their own. A form
 * without service criteria rests on all its scale questions.
 */
export function layOut(questionnaire: Questionnaire): SheetLayout {
  const { questions } = questionnaire;
  const scale = questions.filter((question) => question.kind === "scale5");
  const placesWhere = (holds: (question: ScaleQuestion) => boolean) => scale.flatMap((question, place) => (holds(question) ? [place] : []));

  const service = placesWhere((question) => question.part === "service");
  const [overall] = service.length > 0 ? placesWhere((question) => question.part === "overall") : [];
  const groupsOf = (about: CriteriaGroup["about"], code: string, places: readonly number[]): CriteriaGroup[] => {
    const byFactor = questionnaire.factors
      .map((factor) => ({ code: factor.code, places: places.filter((place) => scale[place]?.factor === factor.code) }))
      .filter((factor) => factor.places.length > 0);
    const alone = places.filter((place) => !byFactor.some((factor) => factor.places.includes(place)));
    return [
      { code, about, isFactor: false, places, factors: [...byFactor.map((factor) => factor.places), ...alone.map((place) => [place])] },
      ...byFactor.map((factor) => ({ ...factor, about, isFactor: true, factors: [factor.places] })),
    ];
  };
  const policy = service.length > 0 ? placesWhere((question) => question.part === "policy") : [];

  const choices = questions.filter((question) => question.kind !== "scale5" && question.kind !== "text");

  return {
    questionnaire,
    scale,
    choices,
    texts: questions.filter((question) => question.kind === "text"),
    groups: [
      ...groupsOf("service", "overall", service.length > 0 ? service : scale.map((_, place) => place)),
      ...(policy.length > 0 ? groupsOf("policy", "policy", policy) : []),
    ],
    profile: choices.flatMap((question, place) => (isProfile(question) ? [place] : [])),
    overall: overall ?? null,
  };
}
