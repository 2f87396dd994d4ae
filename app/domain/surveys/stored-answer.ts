import { optionsOf } from "./question-options.ts";
import type { ChoiceQuestion } from "./questionnaire-schema.ts";
import { notApplicableCode } from "./vocabulary.ts";

/**
 * A closed answer as codes (what conditions look at) and as the integer that is stored: the option's number from 1 (one
 * choice, yes or no, three levels with 4 for “does not apply”, bands); a bit set (several choices); value − min + 1
 * (numbers); the rank of option i as the digit of 10^(i−1) (rankings). Nothing chosen is 0.
 */
export type StoredAnswer = { codes: readonly string[]; stored: number };
export type AnswerError = "wrong_type" | "not_a_choice" | "one_only" | "too_many" | "not_a_number" | "out_of_range" | "rank_wrong";

export const noAnswer: StoredAnswer = { codes: [], stored: 0 };
/** `scale3` that does not apply. */
export const notApplicableChoice = 4;

/** Reads what came in for one closed question; a key of a sentence where it is no answer to it. */
export function readAnswer(question: ChoiceQuestion, value: unknown): StoredAnswer | AnswerError {
  if (value === undefined || value === null || value === "") return noAnswer;
  switch (question.kind) {
    case "multiple":
      return readSeveral(question, value);
    case "number":
      return readNumber(question, value);
    case "ranking":
      return readRanking(question, value);
    case "scale3":
      if (question.notApplicable && value === notApplicableCode) return { codes: [], stored: notApplicableChoice };
      return readOne(question, typeof value === "number" ? String(value) : value);
    default:
      return readOne(question, value);
  }
}

function readOne(question: ChoiceQuestion, value: unknown): StoredAnswer | AnswerError {
  const codes = codesFrom(value);
  if (!codes) return "wrong_type";
  const numbers = codes.map((code) => numberOf(question, code));
  if (numbers.includes(0)) return "not_a_choice";
  return codes.length > 1 ? "one_only" : { codes, stored: numbers[0] ?? 0 };
}

function readSeveral(question: ChoiceQuestion & { kind: "multiple" }, value: unknown): StoredAnswer | AnswerError {
  const codes = codesFrom(value);
  if (!codes) return "wrong_type";
  const numbers = codes.map((code) => numberOf(question, code));
  if (numbers.includes(0)) return "not_a_choice";
  if (codes.length > (question.most ?? question.options.length)) return "too_many";
  return { codes, stored: numbers.reduce((set, number) => set | (1 << (number - 1)), 0) };
}

function readNumber({ min, max, bands }: ChoiceQuestion & { kind: "number" }, value: unknown): StoredAnswer | AnswerError {
  const number = typeof value === "string" && /^\s*\d{1,6}\s*$/.test(value) ? Number(value) : value;
  if (typeof number !== "number" || !Number.isInteger(number)) return "not_a_number";
  if (number < min || number > max) return "out_of_range";
  if (!bands) return { codes: [], stored: number - min + 1 };
  const band = bands.findLastIndex(({ from }) => from <= number);
  return { codes: [bands[band]?.code ?? ""], stored: band + 1 };
}

/** Ranks begin at 1 and leave none out; options below the last rank given may stay without one. */
function readRanking({ options }: ChoiceQuestion & { kind: "ranking" }, value: unknown): StoredAnswer | AnswerError {
  const ranks = ranksFrom(value);
  if (!ranks) return "wrong_type";
  if (ranks.size === 0) return noAnswer;
  if ([...ranks.keys()].some((code) => options.every((option) => option.code !== code))) return "not_a_choice";
  const given = [...ranks.values()].sort((a, b) => a - b);
  if (given.some((rank, index) => rank !== index + 1)) return "rank_wrong";
  return { codes: [], stored: options.reduce((sum, { code }, place) => sum + (ranks.get(code) ?? 0) * 10 ** place, 0) };
}

function ranksFrom(value: unknown): Map<string, number> | undefined {
  if (Array.isArray(value)) {
    const codes = codesFrom(value);
    return codes && codes.length === value.length ? new Map(codes.map((code, index) => [code, index + 1])) : undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const given = Object.entries(value).filter(([, rank]) => rank !== "" && rank !== null);
  const ranks = new Map(given.map(([code, rank]) => [code, typeof rank === "string" && /^\d$/.test(rank) ? Number(rank) : rank] as const));
  return [...ranks.values()].every((rank) => typeof rank === "number") ? (ranks as Map<string, number>) : undefined;
}

/** One code or several, each once; undefined where something is no text. */
function codesFrom(value: unknown): string[] | undefined {
  const list = new Set<unknown>(Array.isArray(value) ? value : [value]);
  const codes = [...list].filter((code) => typeof code === "string");
  return codes.length < list.size ? undefined : codes;
}

/** The option's number from 1; 0 for what is no option. */
const numberOf = (question: ChoiceQuestion, code: string) => optionsOf(question).findIndex((option) => option.code === code) + 1;
