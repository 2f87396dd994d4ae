import type { Question, Questionnaire } from "./questionnaire-schema.ts";
import type { QuestionKind, QuestionPart } from "./vocabulary.ts";

/** One change of a draft. Questions are named by their code. */
export type DraftChange =
  | { what: "heading"; heading: Pick<Questionnaire, "title" | "intro" | "consent" | "closing" | "indexVariant" | "minutes"> }
  | { what: "scale"; labels: readonly Words[] }
  | { what: "factors"; factors: Questionnaire["factors"] }
  | { what: "add"; kind: QuestionKind; code: string; part: QuestionPart }
  | { what: "question"; code: string; question: Question }
  | { what: "move"; code: string; by: -1 | 1 }
  | { what: "remove"; code: string };

type Words = { vi: string; en: string };

/** The draft after a change; undefined where it names a question that is not there, or one that is there already. */
export function changed(draft: Questionnaire, change: DraftChange): Questionnaire | undefined {
  const { questions } = draft;
  switch (change.what) {
    case "heading":
      return { ...draft, ...change.heading };
    case "scale": {
      const [one, two, three, four, five] = draft.scale.map((level, index) => change.labels[index] ?? level.label);
      if (!one || !two || !three || !four || !five) return undefined;
      const scale: Questionnaire["scale"] = [
        { value: 1, label: one },
        { value: 2, label: two },
        { value: 3, label: three },
        { value: 4, label: four },
        { value: 5, label: five },
      ];
      return { ...draft, scale };
    }
    case "factors":
      return { ...draft, factors: change.factors };
    case "add":
      if (questions.some(({ code }) => code === change.code)) return undefined;
      return { ...draft, questions: [...questions, emptyQuestion(change.kind, change.code, change.part)] };
    case "remove":
      return questions.some(({ code }) => code === change.code)
        ? { ...draft, questions: questions.filter(({ code }) => code !== change.code) }
        : undefined;
    default: {
      const at = questions.findIndex(({ code }) => code === change.code);
      if (at === -1) return undefined;
      return change.what === "question"
        ? { ...draft, questions: questions.with(at, change.question) }
        : { ...draft, questions: moved(questions, at, change.by) };
    }
  }
}

/** The question changes places with its neighbour; at an end it stays. */
function moved(questions: readonly Question[], at: number, by: -1 | 1): Question[] {
  const [one, other] = [questions[at], questions[at + by]];
  return one && other ? questions.with(at, other).with(at + by, one) : [...questions];
}

function emptyQuestion(kind: QuestionKind, code: string, part: QuestionPart): Question {
  const common = { code, part, text: { vi: "", en: "" }, required: false };
  switch (kind) {
    case "single":
    case "multiple":
    case "ranking":
      return { ...common, kind, options: [] };
    case "number":
      return { ...common, kind, min: 0, max: 100 };
    default:
      return { ...common, kind };
  }
}

/** A questionnaire with nothing asked yet, on the usual scale. */
export function emptyDraft(code: string): Questionnaire {
  const nothing = { vi: "", en: "" };
  return {
    code,
    version: 1,
    title: nothing,
    intro: nothing,
    consent: nothing,
    closing: nothing,
    scale: [
      { value: 1, label: { vi: "Rất không hài lòng", en: "Very dissatisfied" } },
      { value: 2, label: { vi: "Không hài lòng", en: "Dissatisfied" } },
      { value: 3, label: { vi: "Bình thường", en: "Neutral" } },
      { value: 4, label: { vi: "Hài lòng", en: "Satisfied" } },
      { value: 5, label: { vi: "Rất hài lòng", en: "Very satisfied" } },
    ],
    indexVariant: "pooled",
    factors: [],
    questions: [],
  };
}
