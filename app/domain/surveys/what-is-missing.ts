import { Questionnaire } from "./questionnaire-schema.ts";

/** What keeps a draft from being finished: a key of a sentence, the question it is about, or the part of the heading. */
export type Missing = { key: string; question: string | null; field: string };

/** Everything that is missing or contradicts itself in a draft, in its order; none where it may be finished. */
export function whatIsMissing(draft: Questionnaire): Missing[] {
  const read = Questionnaire.safeParse(draft);
  if (read.success) return [];
  const all = read.error.issues.map(({ path, code, message }): Missing => {
    const [first, at, ...rest] = path;
    const field = String(rest.at(-1) ?? at ?? first ?? "");
    const question = first === "questions" && typeof at === "number" ? (draft.questions[at]?.code ?? null) : null;
    return { key: code === "custom" ? message : keyOf(field), question, field: question === null ? String(first ?? "") : String(rest[0] ?? "") };
  });
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

function keyOf(field: string): string {
  if (field === "vi") return "no_vietnamese";
  if (field === "en") return "no_english";
  if (field === "options" || field === "bands") return "too_few_options";
  return field === "questions" ? "no_question" : "not_right";
}
