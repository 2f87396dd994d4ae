import type { LevelCounts } from "../insights/estimators.ts";
import { figureOfCounts, figureOfCriteria, type Figure } from "../insights/figures.ts";
import { figureOfSampleCriteria, figureOfSampleQuestion } from "../insights/sample-figures.ts";
import { noSums, sumsOfQuestion } from "../insights/strata.ts";
import type { ProfileCounts } from "./count-profiles.server.ts";
import type { SheetCounts } from "./count-sheets.server.ts";
import type { Round } from "./find-round.server.ts";
import type { CountsMask } from "./mask-counts.ts";
import type { CriteriaGroup } from "./sheet-layout.ts";
import type { ModeGroup } from "./vocabulary.ts";
import type { SampleWeights } from "./weigh-sample.ts";

/** What of a round its figures need. */
export type FigureRound = Pick<Round, "layout" | "variant" | "units" | "authority">;

/** The counts of one group and what of them may be shown. With `weights` they stand for a list that people were drawn from. */
export type CountedGroup = {
  group: ModeGroup;
  counts: readonly SheetCounts[];
  profiles?: readonly ProfileCounts[];
  mask: CountsMask;
  weights?: SampleWeights | undefined;
  /** Frozen while an overall figure by mean was still the mean of its criteria (version 1 of the index): it stays what was published. */
  meanOfCriteria?: boolean | undefined;
};

export type Part = "satisfied" | "dissatisfied";

/** How figures are made of cells: by plain counts, or weighted for the strata of a sample. */
export function figureMakers(round: FigureRound, { weights, meanOfCriteria }: Pick<CountedGroup, "weights" | "meanOfCriteria">) {
  const { layout, variant } = round;
  const factorsOf = (index: number) => factorsIn(layout.groups[index], meanOfCriteria);
  const labelled = (index: number, figure: Figure): Figure =>
    meanOfCriteria && layout.groups[index]?.isFactor === false ? { ...figure, version: 1 } : figure;
  if (!weights) {
    const sums = new Map<readonly SheetCounts[], Sum>();
    const sumOf = (cells: readonly SheetCounts[]) => {
      const sum = sums.get(cells) ?? sumCounts(round, cells);
      sums.set(cells, sum);
      return sum;
    };
    return {
      ofCriteria: (cells: readonly SheetCounts[], index: number, part: Part): Figure => {
        const { levels, reached } = sumOf(cells);
        const factors = factorsOf(index).map((places) => places.map((place) => levels[place] ?? ([0, 0, 0, 0, 0] as const)));
        const metric = part === "satisfied" ? "satisfaction_index" : "dissatisfaction_rate";
        return labelled(index, figureOfCriteria(metric, factors, { sheets: reached[index] ?? 0, variant }));
      },
      ofQuestion: (cells: readonly SheetCounts[], place: number): Figure =>
        figureOfCounts("satisfaction_index", sumOf(cells).levels[place] ?? [0, 0, 0, 0, 0]),
    };
  }
  const questionStrata = (cells: readonly SheetCounts[], place: number, part: Part) =>
    weights.strataFor(cells, ({ sheets, levels }) => {
      const [one, two, three, four, five] = levels[place] ?? [0, 0, 0, 0, 0];
      return sumsOfQuestion(sheets, one + two + three + four + five, part === "satisfied" ? four + five : one + two);
    });
  return {
    ofCriteria: (cells: readonly SheetCounts[], index: number, part: Part): Figure =>
      labelled(
        index,
        figureOfSampleCriteria(part === "satisfied" ? "sample_satisfaction" : "sample_dissatisfaction", {
          sheets: cells.reduce((sum, cell) => sum + (cell.reached[index] ?? 0), 0),
          variant,
          // Only satisfied answers are summed up by sheet.
          pooled:
            part === "satisfied" && cells.every(({ sums, reached }) => sums?.[index]?.reached === reached[index])
              ? weights.strataFor(cells, ({ sums }) => sums?.[index] ?? noSums)
              : undefined,
          factors: factorsOf(index).map((places) => places.map((place) => questionStrata(cells, place, part))),
        }),
      ),
    ofQuestion: (cells: readonly SheetCounts[], place: number): Figure =>
      figureOfSampleQuestion("sample_satisfaction", questionStrata(cells, place, "satisfied")),
  };
}

/** The criteria of a group by factor; all as one where the overall figure is the mean of its criteria. */
export const factorsIn = (group: CriteriaGroup | undefined, meanOfCriteria?: boolean): readonly (readonly number[])[] =>
  meanOfCriteria && group ? [group.places] : (group?.factors ?? []);

type Sum = { sheets: number; reached: number[]; levels: LevelCounts[] };

export function sumCounts(round: FigureRound, counts: readonly SheetCounts[]): Sum {
  const add = (a: LevelCounts, b: LevelCounts): LevelCounts => [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3], a[4] + b[4]];
  return {
    sheets: counts.reduce((sum, cell) => sum + cell.sheets, 0),
    reached: round.layout.groups.map((_, index) => counts.reduce((sum, cell) => sum + (cell.reached[index] ?? 0), 0)),
    levels: round.layout.scale.map((_, place) =>
      counts.reduce<LevelCounts>((sum, cell) => add(sum, cell.levels[place] ?? [0, 0, 0, 0, 0]), [0, 0, 0, 0, 0]),
    ),
  };
}
