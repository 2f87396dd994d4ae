import { figureOfChoice, type Figure, suppressedFigure } from "../insights/figures.ts";
import { figureOfSampleQuestion } from "../insights/sample-figures.ts";
import { sumsOfQuestion } from "../insights/strata.ts";
import { suppressOneWay } from "../insights/suppression.ts";
import type { SheetCounts, ValueCounts } from "./count-sheets.server.ts";
import { optionsOf } from "./question-options.ts";
import type { ChoiceQuestion } from "./questionnaire-schema.ts";
import type { SheetLayout } from "./sheet-layout.ts";
import { notApplicableChoice } from "./stored-answer.ts";
import type { QuestionKind, QuestionPart } from "./vocabulary.ts";
import type { SampleWeights } from "./weigh-sample.ts";

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
 * Of a drawn sample shares are weighted; strata of which the same holds share a weight with the next, for each question by itself.
 * @param counts all counts of one group; where they were frozen before choices were counted, there are no figures
 * @param isShown whether the round as a whole may be shown in detail; not asked of a form without five-level questions
 */
export function choiceFigures(layout: SheetLayout, counts: readonly SheetCounts[], isShown: boolean, weights?: SampleWeights): ChoiceFigures[] {
  if (counts.some(({ choices }) => choices === undefined)) return [];
  return layout.choices.map((question, place) => {
    const read = (cells: readonly SheetCounts[]): Given => {
      const values = sumValues(cells.map(({ choices }) => choices?.[place] ?? []));
      return { values, base: baseOf(question, values, cells) };
    };
    const all = read(counts);
    const options = optionsIn(question, all.values);
    const shown = (isShown || layout.scale.length === 0) && all.base > 0 && !isTelling(question, all, options);
    const joined = shown ? weights?.joined((cells) => !isTelling(question, read(cells), options)) : undefined;
    const figureOf = (option: Chosen): Figure => {
      if (!joined) return figureOfChoice(option.count(all.values), all.base);
      const strata = joined.strataFor(counts, (cell) => {
        const own = read([cell]);
        return sumsOfQuestion(cell.sheets, own.base, option.count(own.values));
      });
      return figureOfSampleQuestion("sample_choice_share", strata);
    };
    return {
      code: question.code,
      kind: question.kind,
      part: question.part,
      text: question.text,
      base: shown ? all.base : null,
      options: options.map((option) => ({
        code: option.code,
        label: option.label,
        count: shown ? option.count(all.values) : null,
        figure: shown ? figureOf(option) : suppressedFigure(weights ? "sample_choice_share" : "choice_share"),
      })),
    };
  });
}

type Values = ReadonlyMap<number, number>;
/** What was answered to a question, and by how many. */
type Given = { values: Values; base: number };
type Chosen = { code: string; label: Words; count: (values: Values) => number };

function baseOf(question: ChoiceQuestion, values: Values, cells: readonly SheetCounts[]): number {
  const sheets = cells.reduce((sum, cell) => sum + cell.sheets, 0);
  return sheets - (values.get(0) ?? 0) - (question.kind === "scale3" ? (values.get(notApplicableChoice) ?? 0) : 0);
}

function optionsIn(question: ChoiceQuestion, values: Values): Chosen[] {
  if (question.kind === "number" && !question.bands) return spansOf(question, values);
  return optionsOf(question).map(({ code, label }, index) => {
    const value = question.kind === "ranking" ? (index + 1) * 10 + 1 : index + 1;
    return { code, label, count: (own) => own.get(value) ?? 0 };
  });
}

/** Numbers as spans of a tenth of the scale or wider, so that nobody stands alone in one. */
function spansOf({ min, max, unit }: ChoiceQuestion & { kind: "number" }, values: Values): Chosen[] {
  const width = Math.max(1, Math.ceil((max - min + 1) / 12));
  const countIn = (own: Values, from: number, to: number) =>
    [...own].reduce((sum, [value, count]) => sum + (value > 0 && value + min - 1 >= from && value + min - 1 <= to ? count : 0), 0);
  const spans: { from: number; to: number; n: number }[] = [];
  for (let from = min; from <= max; from += width) {
    const to = Math.min(max, from + width - 1);
    const n = countIn(values, from, to);
    const before = spans.at(-1);
    if (before && isFew(before.n)) Object.assign(before, { to, n: before.n + n });
    else spans.push({ from, to, n });
  }
  for (let last = spans.at(-1), before = spans.at(-2); last && before && isFew(last.n); last = spans.at(-1), before = spans.at(-2)) {
    spans.splice(-2, 2, { from: before.from, to: last.to, n: before.n + last.n });
  }
  return spans.map(({ from, to }) => {
    const range = from === to ? String(from) : `${from}–${to}`;
    const label = { vi: unit ? `${range} ${unit.vi}` : range, en: unit ? `${range} ${unit.en}` : range };
    return { code: range, label, count: (own) => countIn(own, from, to) };
  });
}

const isFew = (n: number) => n > 0 && suppressOneWay([n]).total;

/** True where the options published with their base would tell of one to four people. */
function isTelling({ kind }: ChoiceQuestion, { values, base }: Given, options: readonly Chosen[]): boolean {
  const counts = options.map(({ count }) => count(values));
  const cuts = kind === "multiple" || kind === "ranking" ? counts.map((n) => [n, base - n]) : [counts];
  return isFew(base) || cuts.some((cells) => cells.some(isFew));
}

/** True where what these people chose at a question must not follow by subtraction, because one to four of them chose something. */
export function tellsOfFew(layout: SheetLayout, place: number, cells: readonly SheetCounts[]): boolean {
  const question = layout.choices[place];
  const values = sumValues(cells.map(({ choices }) => choices?.[place] ?? []));
  const base = question ? baseOf(question, values, cells) : 0;
  if (!question || base === 0) return false;
  // Spans of numbers are cut to fit what is shown, so they may differ from those of the part.
  return (question.kind === "number" && !question.bands) || isTelling(question, { values, base }, optionsIn(question, values));
}

function sumValues(lists: readonly ValueCounts[]): Map<number, number> {
  const sum = new Map<number, number>();
  for (const [value, n] of lists.flat()) sum.set(value, (sum.get(value) ?? 0) + n);
  return sum;
}
