import type { ChoiceQuestion, Question, ScaleQuestion, TextQuestion } from "./questionnaire-schema.ts";
import { AnswerSheet } from "./schemas.ts";
import type { SheetLayout } from "./sheet-layout.ts";
import { noAnswer, readAnswer } from "./stored-answer.ts";
import { notApplicableCode, notApplicableLevel, textMaxLength } from "./vocabulary.ts";

/** Field → keys of sentences. Fields are question codes, or `answers`, `unit`, `procedure`, `slip` … for the rest. */
export type SheetErrors = Record<string, string[]>;

/** A sheet that fits its questionnaire, in the order it is stored in. */
export type ReadSheet = {
  /** One per five-level question; 0 is “not answered”, 6 “does not apply”. */
  answers: number[];
  /** One per other closed question (`StoredAnswer`); 0 for none. */
  choices: number[];
  texts: { question: string; body: string }[];
  unit: string | null;
  procedure: string | null;
  slip: string | null;
  /** Something was left to be desired (`isDissatisfied`). */
  dissatisfied: boolean;
};

/**
 * Reads what came in against a questionnaire. A blank is no answer: left out, null and 0 are the same in storage, but a
 * required criterion has to be answered or passed over in so many words (0 or null, “no opinion”; 6 or "na", “does not
 * apply”, where that may be said). Unknown codes and values off the scale are errors, never dropped; what was answered to a
 * question that was not to be asked (`showIf`) is left aside.
 * @param asks.unit where the unit has to be named, and no slip names it
 */
export function readSheet(
  layout: SheetLayout,
  input: unknown,
  asks: { unit?: boolean } = {},
): { ok: true; sheet: ReadSheet } | { ok: false; errors: SheetErrors } {
  const outer = AnswerSheet.safeParse(input);
  if (!outer.success) {
    const errors = noErrors();
    for (const issue of outer.error.issues) note(errors, String(issue.path[0] ?? "answers"), issue.path.length > 0 ? issue.message : "required");
    return { ok: false, errors };
  }

  const given = outer.data;
  const closed = { ...given.profile, ...given.choices };
  const texts = given.texts ?? {};
  const errors = noErrors();
  refuseUnknown(layout.scale, given.answers, errors);
  refuseUnknown(layout.choices, closed, errors);
  refuseUnknown(layout.texts, texts, errors);

  const read: Answers = { stored: new Map(), codes: new Map(), texts: [] };
  for (const question of layout.questionnaire.questions) {
    if (!isAsked(question, read.codes)) continue;
    if (question.kind === "scale5") readLevel(question, ownValue(given.answers, question.code), read, errors);
    else if (question.kind === "text") readText(question, ownValue(texts, question.code), read, errors);
    else readClosed(question, ownValue(closed, question.code), read, errors);
  }

  const answers = layout.scale.map(({ code }) => read.stored.get(code) ?? 0);
  const choices = layout.choices.map(({ code }) => read.stored.get(code) ?? 0);
  const rated = layout.scale.length > 0 ? answers : layout.choices.flatMap(({ kind }, place) => (kind === "scale3" ? [choices[place] ?? 0] : []));
  if (asks.unit && !given.unit && !given.slip) note(errors, "unit", "required");
  if (Object.keys(errors).length === 0 && rated.every((value) => value === 0)) note(errors, "answers", "no_answer");
  if (Object.keys(errors).length > 0) return { ok: false, errors };

  return {
    ok: true,
    sheet: {
      answers,
      choices,
      texts: read.texts,
      unit: given.unit || null,
      procedure: given.procedure || null,
      slip: given.slip || null,
      dissatisfied: isDissatisfied(layout, answers, choices),
    },
  };
}

/**
 * 1 or 2 of five levels, or the lowest of three, at “overall, how satisfied are you”. Where that is not asked, or was passed over,
 * at any question about the service: one thing gone wrong is enough to send feedback about. Policies do not count.
 */
function isDissatisfied({ scale, choices: questions }: SheetLayout, answers: readonly number[], choices: readonly number[]): boolean {
  const answered = (part: "overall" | "service") =>
    [
      ...scale.map((question, place) => ({ question, level: answers[place] ?? 0, low: 2, best: 5 })),
      ...questions.map((question, place) => ({ question, level: question.kind === "scale3" ? (choices[place] ?? 0) : 0, low: 1, best: 3 })),
    ].filter(({ question, level, best }) => question.part === part && level > 0 && level <= best);
  const overall = answered("overall");
  return (overall.length > 0 ? overall : answered("service")).some(({ level, low }) => level <= low);
}

/** What was read so far: stored integers and chosen codes by question. A question that was not asked is in none. */
type Answers = { stored: Map<string, number>; codes: Map<string, readonly string[]>; texts: { question: string; body: string }[] };

const isAsked = ({ showIf }: Question, codes: Answers["codes"]) =>
  showIf === undefined || (codes.get(showIf.question) ?? []).some((code) => showIf.in.includes(code));

const ownValue = (given: Record<string, unknown>, code: string) => (Object.hasOwn(given, code) ? given[code] : undefined);

function readLevel({ code, required, notApplicable }: ScaleQuestion, value: unknown, read: Answers, errors: SheetErrors) {
  if (value === undefined && required) note(errors, code, "required");
  if (value === undefined || value === null || value === 0) return;
  if (notApplicable && (value === notApplicableLevel || value === notApplicableCode)) {
    read.stored.set(code, notApplicableLevel);
    return;
  }
  if (typeof value !== "number") note(errors, code, "wrong_type");
  else if (![1, 2, 3, 4, 5].includes(value)) note(errors, code, "out_of_scale");
  else {
    read.stored.set(code, value);
    read.codes.set(code, [String(value)]);
  }
}

function readClosed(question: ChoiceQuestion, value: unknown, read: Answers, errors: SheetErrors) {
  const answer = readAnswer(question, value);
  if (typeof answer === "string") note(errors, question.code, answer);
  else if (answer.stored === 0 && question.required) note(errors, question.code, "required");
  const { codes, stored } = typeof answer === "string" ? noAnswer : answer;
  read.stored.set(question.code, stored);
  read.codes.set(question.code, codes);
}

function readText({ code, required }: TextQuestion, value: unknown, read: Answers, errors: SheetErrors) {
  if (value !== undefined && value !== null && typeof value !== "string") {
    note(errors, code, "wrong_type");
    return;
  }
  const body = readable(value ?? "");
  if (required && body === "") note(errors, code, "required");
  if (body.length > textMaxLength) note(errors, code, "too_long");
  if (body !== "") read.texts.push({ question: code, body });
}

/** As typed, without control characters (PostgreSQL takes no NUL) and with one kind of line end. */
const readable = (text: string) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trim();

function refuseUnknown(questions: readonly { code: string }[], given: Record<string, unknown>, errors: SheetErrors) {
  const known = new Set(questions.map((question) => question.code));
  const unknown = Object.keys(given).filter((code) => !known.has(code));
  for (const code of unknown.slice(0, 20)) note(errors, code.slice(0, 40), "unknown");
}

/** Without a prototype: fields are named by whoever sent the sheet. */
const noErrors = () => Object.create(null) as SheetErrors;

function note(errors: SheetErrors, field: string, key: string) {
  errors[field] = [...new Set([...(errors[field] ?? []), key])];
}
