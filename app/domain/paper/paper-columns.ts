import type { Questionnaire } from "../surveys/questionnaire-schema.ts";
import { optionsOf } from "../surveys/question-options.ts";
import { notApplicableCode } from "../surveys/vocabulary.ts";

type Question = Questionnaire["questions"][number];
type Words = { vi: string; en: string };

/** One question as a column of the grid: what may be typed in it, one digit for each answer. */
export type PaperColumn = {
  code: string;
  /** As printed on the sheet: the questions in their order, from 1. */
  number: number;
  text: Words;
  kind: Question["kind"];
  /** Digits and what they stand for; empty for numbers and texts. */
  keys: { key: string; label: Words }[];
  /** So many characters make the cell full, so that the next one is reached by itself; null where it is not known. */
  full: number | null;
};

/** The columns of a questionnaire in the order in which its sheets are printed. */
export function paperColumns({ questions, scale }: Questionnaire): PaperColumn[] {
  return questions.map((question, index) => {
    const keys = keysOf(question, scale);
    return { code: question.code, number: index + 1, text: question.text, kind: question.kind, keys, full: fullOf(question, keys.length) };
  });
}

function keysOf(question: Question, scale: Questionnaire["scale"]): PaperColumn["keys"] {
  if (question.kind === "text") return [];
  const labels =
    question.kind === "scale5" ? scale.map(({ label }) => label) : question.kind === "number" ? [] : optionsOf(question).map(({ label }) => label);
  const keys = labels.map((label, index) => ({ key: String(index + 1), label }));
  const isOpen = (question.kind === "scale5" || question.kind === "scale3") && question.notApplicable;
  return isOpen ? [...keys, { key: String(keys.length + 1), label: { vi: "Không biết / Không áp dụng", en: "Don’t know / Does not apply" } }] : keys;
}

function fullOf(question: Question, keys: number): number | null {
  if (question.kind === "text" || question.kind === "multiple") return null;
  if (question.kind === "number") return String(question.max).length;
  if (question.kind === "ranking") return question.options.length;
  return String(keys).length;
}

/** A cell that was typed, as the answer that a sheet is read with; undefined for what is no answer to its question. */
export type CellValue = number | string | string[] | null | undefined;

/**
 * Reads a cell. Blank is no answer. Choices are typed as their numbers: one; or several, together (“135”) or apart
 * (“1 3 5”), from ten options on only apart; rankings as the options' numbers, the first one first.
 */
export function readCell(question: Question, typed: string): CellValue {
  const text = typed.trim();
  if (text === "") return null;
  if (question.kind === "text") return text;
  if (!/^[\d\s,;.]+$/.test(text)) return undefined;
  if (question.kind === "number") return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
  if (question.kind === "scale5") return levelOf(text, 5, question.notApplicable === true);

  const options = optionsOf(question);
  if (question.kind === "scale3" && question.notApplicable && text === String(options.length + 1)) return notApplicableCode;
  const parts = /^\d+$/.test(text) && options.length < 10 ? [...text] : text.split(/[\s,;.]+/).filter(Boolean);
  const codes = parts.map((part) => options[Number(part) - 1]?.code);
  if (codes.some((code) => code === undefined) || new Set(codes).size < codes.length) return undefined;
  const known = codes.flatMap((code) => (code === undefined ? [] : [code]));
  if (question.kind === "multiple" || question.kind === "ranking") return known;
  return known.length === 1 ? known[0] : undefined;
}

function levelOf(text: string, levels: number, mayNotApply: boolean): CellValue {
  if (!/^\d$/.test(text)) return undefined;
  const level = Number(text);
  if (level === 0) return null;
  if (level <= levels) return level;
  return mayNotApply && level === levels + 1 ? notApplicableCode : undefined;
}

/** The same answer typed in two ways reads the same: “13” and “1, 3”. What cannot be read stands for itself. */
export function normalCell(question: Question, typed: string): string {
  const value = readCell(question, typed);
  if (value === undefined) return `? ${typed.trim()}`;
  if (value === null) return "";
  return Array.isArray(value) && question.kind === "multiple" ? JSON.stringify(value.toSorted()) : JSON.stringify(value);
}
