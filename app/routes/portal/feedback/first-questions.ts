import { caseKinds, type CaseKind } from "#app/domain/feedback/vocabulary.ts";

/** Asked in plain words before a form: each answer a GET parameter, each with what a “có” leads to. */
export const firstQuestions = [
  ["nguy-hiem", "danger"],
  ["ve-toi", "complaint"],
  ["vi-pham", "denunciation"],
] as const;
export const firstAnswers = firstQuestions.map(([name]) => name);

/** The parameter that asks for the questions; whoever comes without it goes straight to the form. */
export const questionsParameter = "hoi";

export const kindNamed = (text: string | undefined): CaseKind | undefined => caseKinds.find((kind) => kind === text);

/** A question needs no other door: asking how to complain is a question. */
export const asksFirst = (kind: CaseKind): boolean => kind !== "hoi_dap";

type Answers = Readonly<Partial<Record<(typeof firstAnswers)[number], string | undefined>>>;

/** Where the answers lead: `loai` of the next page, the form's own kind when nothing speaks against it. */
export const leadsTo = (kind: CaseKind, answers: Answers): CaseKind | "khieu-nai" | "to-cao" =>
  answers["vi-pham"] === "co" ? "to-cao" : answers["ve-toi"] === "co" ? "khieu-nai" : kind;
