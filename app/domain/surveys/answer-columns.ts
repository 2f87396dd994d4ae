import { notApplicableOption, optionsOf } from "./question-options.ts";
import type { ChoiceQuestion, ScaleQuestion } from "./questionnaire-schema.ts";
import type { SheetLayout } from "./sheet-layout.ts";
import { notApplicableChoice } from "./stored-answer.ts";
import { bitOfFlag, notApplicableLevel, sheetFlags, type SheetFlag } from "./vocabulary.ts";

type Words = { vi: string; en: string };

/** What of a sheet its columns are read from. */
type AnsweredSheet = { answers: readonly number[]; choices: readonly number[]; flags: number };

/** One column of numbers in the file of a round's answers. */
export type AnswerColumn = {
  /** Its header: the question's code, with the option's behind it where a question takes several columns. */
  name: string;
  question: string | null;
  option: string | null;
  label: Words;
  /** What each number means, in order; none where a number is a number. */
  values: readonly { value: number; label: Words }[];
  /** Numbers that are no answer: “does not apply”. */
  missing: readonly number[];
  level: "nominal" | "ordinal" | "scale";
  /** Null where the question was not answered or not asked. */
  read: (sheet: AnsweredSheet) => number | null;
};

const yesNo = [
  { value: 0, label: { vi: "Không", en: "No" } },
  { value: 1, label: { vi: "Có", en: "Yes" } },
];

/** What a flag means, in words of its own: a file is read far from the portal. */
const flagLabels: Readonly<Record<SheetFlag, Words>> = {
  speeder: { vi: "Điền rất nhanh", en: "Filled in very fast" },
  straight_lining: { vi: "Chọn một mức cho mọi câu", en: "The same level for every question" },
  same_device_day: { vi: "Không phải phiếu đầu tiên của máy trong ngày", en: "Not the first sheet of its device on its day" },
};

/** The columns of a version's closed questions in the form's order, after one for each flag. */
export function answerColumns(layout: SheetLayout): AnswerColumn[] {
  const taken = new Set<string>(["unit", "procedure", "mode", "language", "month", "excluded"]);
  const flags = sheetFlags.map((flag): AnswerColumn => {
    const label = flagLabels[flag];
    return { ...single(`flag_${flag}`, null, label), values: yesNo, level: "nominal", read: (sheet) => (sheet.flags & bitOfFlag[flag] ? 1 : 0) };
  });
  const answers = layout.questionnaire.questions.flatMap((question): AnswerColumn[] => {
    if (question.kind === "text") return [];
    if (question.kind === "scale5") return [scaleColumn(layout, question)];
    const place = layout.choices.indexOf(question);
    if (question.kind === "multiple") return optionsOf(question).map((_, index) => multipleColumn(question, place, index));
    if (question.kind === "ranking") return optionsOf(question).map((_, index) => rankColumn(question, place, index));
    return [choiceColumn(question, place)];
  });
  return [...flags, ...answers].map((column) => ({ ...column, name: unlike(taken, column.name) }));
}

const single = (name: string, question: string | null, label: Words) => ({ name, question, option: null, label, values: [], missing: [] });
const orNull = (stored: number | undefined): number | null => stored || null;

function scaleColumn(layout: SheetLayout, question: ScaleQuestion): AnswerColumn {
  const place = layout.scale.indexOf(question);
  const levels = layout.questionnaire.scale.map(({ value, label }) => ({ value: value as number, label }));
  return {
    ...single(question.code, question.code, question.text),
    values: question.notApplicable ? [...levels, { value: notApplicableLevel, label: notApplicableOption.label }] : levels,
    missing: question.notApplicable ? [notApplicableLevel] : [],
    level: "ordinal",
    read: ({ answers }) => orNull(answers[place]),
  };
}

function choiceColumn(question: ChoiceQuestion, place: number): AnswerColumn {
  const values = optionsOf(question).map(({ label }, index) => ({ value: index + 1, label }));
  const skips = question.kind === "scale3" && question.notApplicable === true;
  const column = single(question.code, question.code, question.text);
  if (question.kind === "number" && !question.bands) {
    const { min } = question;
    return { ...column, level: "scale", read: ({ choices }) => (choices[place] ? choices[place] - 1 + min : null) };
  }
  return {
    ...column,
    values: skips ? [...values, { value: notApplicableChoice, label: notApplicableOption.label }] : values,
    missing: skips ? [notApplicableChoice] : [],
    level: question.kind === "scale3" || question.kind === "number" ? "ordinal" : "nominal",
    read: ({ choices }) => orNull(choices[place]),
  };
}

/** One column for each option of which several may be chosen: 1 chosen, 0 not, nothing where none was. */
function multipleColumn(question: ChoiceQuestion & { kind: "multiple" }, place: number, index: number): AnswerColumn {
  return {
    ...optionColumn(question, index),
    values: yesNo,
    level: "nominal",
    read: ({ choices }) => (choices[place] ? (choices[place] & (1 << index) ? 1 : 0) : null),
  };
}

/** One column for each option that was put in order: its rank from 1, nothing where it got none. */
function rankColumn(question: ChoiceQuestion & { kind: "ranking" }, place: number, index: number): AnswerColumn {
  return {
    ...optionColumn(question, index),
    values: [],
    level: "ordinal",
    read: ({ choices }) => orNull(Math.floor((choices[place] ?? 0) / 10 ** index) % 10),
  };
}

function optionColumn(question: ChoiceQuestion & { kind: "multiple" | "ranking" }, index: number) {
  const option = question.options[index] ?? { code: String(index + 1), label: { vi: "", en: "" } };
  const label = { vi: `${question.text.vi} – ${option.label.vi}`, en: `${question.text.en} – ${option.label.en}` };
  return { ...single(`${question.code}_${option.code}`, question.code, label), option: option.code };
}

/** A name no other column has, whatever the case of its letters: SPSS makes no difference. */
function unlike(taken: Set<string>, name: string): string {
  let fresh = name;
  for (let n = 2; taken.has(fresh.toLowerCase()); n++) fresh = `${name}_${n}`;
  taken.add(fresh.toLowerCase());
  return fresh;
}
