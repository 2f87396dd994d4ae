import { figureOfChoice, type Figure, suppressedFigure } from "../insights/figures.ts";
import { suppressOneWay } from "../insights/suppression.ts";
import type { SheetCounts, ValueCounts } from "./count-sheets.server.ts";
import { optionsOf } from "./question-options.ts";
import type { ChoiceQuestion } from "./questionnaire-schema.ts";
import type { SheetLayout } from "./sheet-layout.ts";
import { notApplicableChoice } from "./stored-answer.ts";
import type { QuestionKind, QuestionPart } from "./vocabulary.ts";

type Words = { vi: string; en: string };

/** What people chose at one closed question of a whole round. All of it is shown or nothing. */
export type ChoiceFigures = {
  code: string;
  kind: QuestionKind;
  part: QuestionPart;
  text: Words;
  /** People who answered the question; null where it is hidden. */
  base: number | null;
  /** `count`: people who chose the option; in a ranking, who put it first. */
  options: { code: string; label: Words; count: number | null; figure: Figure }[];
};

/**
 * The figures of every closed question that is not on the five-level scale, for a round as a whole. A question is hidden where
 * any of its options was chosen by one to four people; where several may be chosen, or ranked, also where one to four did not.
 * @param counts all counts of one group; where they were frozen before choices were counted, there are no figures
 * @param isShown whether the round as a whole may be shown in detail; not asked of a form without five-level questions
 */
export function choiceFigures(layout: SheetLayout, counts: readonly SheetCounts[], isShown: boolean): ChoiceFigures[] {
  if (counts.some(({ choices }) => choices === undefined)) return [];
  return layout.choices.map((question, place) => {
    const values = sumValues(counts.map(({ choices }) => choices?.[place] ?? []));
    const sheets = counts.reduce((sum, cell) => sum + cell.sheets, 0);
    const { base, options } = chosenOf(question, values, sheets);
    const shown = (isShown || layout.scale.length === 0) && base > 0 && !isTelling(question, base, options);
    return {
      code: question.code,
      kind: question.kind,
      part: question.part,
      text: question.text,
      base: shown ? base : null,
      options: options.map(({ code, label, n }) => ({
        code,
        label,
        count: shown ? n : null,
        figure: shown ? figureOfChoice(n, base) : suppressedFigure("choice_share"),
      })),
    };
  });
}

type Chosen = { code: string; label: Words; n: number };

function chosenOf(question: ChoiceQuestion, values: ReadonlyMap<number, number>, sheets: number): { base: number; options: Chosen[] } {
  const base = sheets - (values.get(0) ?? 0) - (question.kind === "scale3" ? (values.get(notApplicableChoice) ?? 0) : 0);
  const options = optionsOf(question).map(({ code, label }, index) => ({
    code,
    label,
    n: values.get(question.kind === "ranking" ? (index + 1) * 10 + 1 : index + 1) ?? 0,
  }));
  return { base, options: question.kind === "number" && !question.bands ? spansOf(question, values) : options };
}

/** Numbers as spans of a tenth of the scale or wider, so that nobody stands alone in one. */
function spansOf({ min, max, unit }: ChoiceQuestion & { kind: "number" }, values: ReadonlyMap<number, number>): Chosen[] {
  const width = Math.max(1, Math.ceil((max - min + 1) / 12));
  const spans: { from: number; to: number; n: number }[] = [];
  for (let from = min; from <= max; from += width) {
    const to = Math.min(max, from + width - 1);
    const n = [...values].reduce((sum, [value, count]) => sum + (value > 0 && value + min - 1 >= from && value + min - 1 <= to ? count : 0), 0);
    const before = spans.at(-1);
    if (before && isFew(before.n)) Object.assign(before, { to, n: before.n + n });
    else spans.push({ from, to, n });
  }
  for (let last = spans.at(-1), before = spans.at(-2); last && before && isFew(last.n); last = spans.at(-1), before = spans.at(-2)) {
    spans.splice(-2, 2, { from: before.from, to: last.to, n: before.n + last.n });
  }
  return spans.map(({ from, to, n }) => {
    const range = from === to ? String(from) : `${from}–${to}`;
    return { code: range, label: { vi: unit ? `${range} ${unit.vi}` : range, en: unit ? `${range} ${unit.en}` : range }, n };
  });
}

const isFew = (n: number) => n > 0 && suppressOneWay([n]).total;

/** True where the options published with their base would tell of one to four people. */
function isTelling({ kind }: ChoiceQuestion, base: number, options: readonly Chosen[]): boolean {
  const cuts = kind === "multiple" || kind === "ranking" ? options.map(({ n }) => [n, base - n]) : [options.map(({ n }) => n)];
  return isFew(base) || cuts.some((cells) => cells.some(isFew));
}

function sumValues(lists: readonly ValueCounts[]): Map<number, number> {
  const sum = new Map<number, number>();
  for (const [value, n] of lists.flat()) sum.set(value, (sum.get(value) ?? 0) + n);
  return sum;
}
