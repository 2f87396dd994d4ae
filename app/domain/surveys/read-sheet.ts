import { AnswerSheet, type ChoiceQuestion } from "./schemas.ts";
import type { SheetLayout } from "./sheet-layout.ts";
import { textMaxLength } from "./vocabulary.ts";

/** Field → keys of sentences. Fields are question codes, or `answers`, `unit`, `procedure`, `slip` … for the rest. */
export type SheetErrors = Record<string, string[]>;

/** A sheet that fits its questionnaire, in the order it is stored in. */
export type ReadSheet = {
  /** One per scale question; 0 is “not answered”. */
  answers: number[];
  /** One per choice question; option number from 1, a bit set where several may be chosen, 0 for none. */
  choices: number[];
  texts: { question: string; body: string }[];
  unit: string | null;
  procedure: string | null;
  slip: string | null;
  /** The answer to “overall, how satisfied are you” was 1 or 2. */
  dissatisfied: boolean;
};

/**
 * Reads what came in against a questionnaire. A blank is no answer: left out, null and 0 are the same in storage, but a
 * required criterion has to be answered or passed over in so many words (0 or null, “no opinion”). Unknown codes and
 * values off the scale are errors, never dropped.
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
  const errors = noErrors();
  const answers = readAnswers(layout, given.answers, errors);
  const choices = readChoices(layout, { ...given.profile, ...given.choices }, errors);
  const texts = readTexts(layout, given.texts ?? {}, errors);
  if (asks.unit && !given.unit && !given.slip) note(errors, "unit", "required");
  if (Object.keys(errors).length === 0 && answers.every((value) => value === 0)) note(errors, "answers", "no_answer");
  if (Object.keys(errors).length > 0) return { ok: false, errors };

  return {
    ok: true,
    sheet: {
      answers,
      choices,
      texts,
      unit: given.unit || null,
      procedure: given.procedure || null,
      slip: given.slip || null,
      dissatisfied: layout.scale.some((question, place) => question.part === "overall" && [1, 2].includes(answers[place] ?? 0)),
    },
  };
}

function readAnswers(layout: SheetLayout, given: Record<string, unknown>, errors: SheetErrors): number[] {
  refuseUnknown(layout.scale, given, errors);
  return layout.scale.map(({ code, required }) => {
    const value = Object.hasOwn(given, code) ? given[code] : undefined;
    if (value === undefined) {
      if (required) note(errors, code, "required");
      return 0;
    }
    if (value === null || value === 0) return 0;
    if (typeof value !== "number") {
      note(errors, code, "wrong_type");
      return 0;
    }
    if (![1, 2, 3, 4, 5].includes(value)) note(errors, code, "out_of_scale");
    return value;
  });
}

function readChoices(layout: SheetLayout, given: Record<string, unknown>, errors: SheetErrors): number[] {
  refuseUnknown(layout.choices, given, errors);
  const chosen = new Map(
    layout.choices.map((question) => [
      question.code,
      chosenOptions(question, Object.hasOwn(given, question.code) ? given[question.code] : undefined, errors),
    ]),
  );

  return layout.choices.map((question) => {
    const { showIf } = question;
    const asked = showIf === undefined || (chosen.get(showIf.question) ?? []).some((code) => showIf.in.includes(code));
    const codes = chosen.get(question.code) ?? [];
    if (asked && question.required && codes.length === 0) note(errors, question.code, "required");
    if (!asked || codes.length === 0) return 0;

    const numbers = codes.map((code) => question.options.findIndex((option) => option.code === code) + 1);
    return question.kind === "single" ? (numbers[0] ?? 0) : numbers.reduce((set, number) => set | (1 << (number - 1)), 0);
  });
}

/** The option codes somebody chose; an error is noted for what is no option of the question. */
function chosenOptions(question: ChoiceQuestion, value: unknown, errors: SheetErrors): string[] {
  if (value === undefined || value === null || value === "") return [];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const codes = [...new Set(list)].filter((code) => typeof code === "string");
  if (codes.length < new Set(list).size) note(errors, question.code, "wrong_type");
  else if (codes.some((code) => question.options.every((option) => option.code !== code))) note(errors, question.code, "not_a_choice");
  else if (question.kind === "single" && codes.length > 1) note(errors, question.code, "one_only");
  else return codes;
  return [];
}

function readTexts(layout: SheetLayout, given: Record<string, unknown>, errors: SheetErrors) {
  refuseUnknown(layout.texts, given, errors);
  return layout.texts.flatMap(({ code, required }) => {
    const value = Object.hasOwn(given, code) ? given[code] : undefined;
    if (value !== undefined && value !== null && typeof value !== "string") {
      note(errors, code, "wrong_type");
      return [];
    }
    const body = readable(value ?? "");
    if (required && body === "") note(errors, code, "required");
    if (body.length > textMaxLength) note(errors, code, "too_long");
    return body === "" ? [] : [{ question: code, body }];
  });
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
