import { codesOf, optionsOf } from "./question-options.ts";
import type { Question, Questionnaire } from "./questionnaire-schema.ts";

type Wrong = { path: (string | number)[]; message: string };

/**
 * What contradicts itself in a questionnaire, beyond the shape of its parts: keys of sentences with the place they are about.
 * Conditions look back only, so they cannot go in circles.
 */
export function checkQuestionnaire({ questions, factors }: Pick<Questionnaire, "questions" | "factors">): Wrong[] {
  const whole: Wrong[] = [];
  if (new Set(questions.map(({ code }) => code)).size < questions.length) whole.push({ path: ["questions"], message: "code_used_twice" });
  if (new Set(factors.map(({ code }) => code)).size < factors.length) whole.push({ path: ["factors"], message: "code_used_twice" });
  if (!questions.some(({ kind }) => kind === "scale5" || kind === "scale3")) whole.push({ path: ["questions"], message: "no_scale" });

  const factorCodes = new Set(factors.map(({ code }) => code));
  return [
    ...whole,
    ...questions.flatMap((question, at) => {
      const messages = [...ofItself(question), ...ofCondition(question, questions.slice(0, at)), ...ofGrid(question, questions, at)];
      if (question.factor !== undefined && !factorCodes.has(question.factor)) messages.unshift("unknown_factor");
      return messages.map((message) => ({ path: ["questions", at], message }));
    }),
  ];
}

function* ofItself(question: Question) {
  if (question.sensitive && question.required) yield "sensitive_required";
  if (question.kind === "scale5" || question.kind === "text") return;
  const codes = optionsOf(question).map(({ code }) => code);
  if (new Set(codes).size < codes.length) yield "option_used_twice";
  if (question.kind === "multiple" && (question.most ?? 0) > codes.length) yield "most_too_many";
  if (question.kind !== "number") return;
  if (question.min > question.max) yield "number_empty";
  const starts = question.bands?.map(({ from }) => from) ?? [];
  const rising = starts.every((from, index) => from <= question.max && (index === 0 ? from === question.min : from > (starts[index - 1] ?? from)));
  if (!rising) yield "bands_not_in_order";
}

function* ofCondition({ showIf }: Question, earlier: readonly Question[]) {
  if (showIf === undefined) return;
  const asked = earlier.find(({ code }) => code === showIf.question);
  const codes = asked ? codesOf(asked) : [];
  if (!showIf.in.every((code) => codes.includes(code))) yield "unknown_condition";
}

const gridOf = (question: Question | undefined) => (question && "grid" in question ? question.grid : undefined);

/** Questions of one grid stand together and are answered alike. */
function* ofGrid(question: Question, questions: readonly Question[], at: number) {
  const own = gridOf(question);
  const first = questions.findIndex((one) => gridOf(one)?.code === own?.code);
  const head = questions[first];
  if (!own || !head || first === at) return;
  if (gridOf(questions[at - 1])?.code !== own.code) yield "grid_apart";
  else if (answersOf(question) !== answersOf(head) || JSON.stringify(own) !== JSON.stringify(gridOf(head))) yield "grid_differs";
}

const answersOf = (question: Question) =>
  JSON.stringify([
    question.kind,
    "notApplicable" in question && question.notApplicable,
    question.kind === "scale5" || question.kind === "text" ? [] : optionsOf(question),
  ]);
