import { figureOfCriteria, type Figure, suppressedFigure } from "../insights/figures.ts";
import { figureOfSampleCriteria } from "../insights/sample-figures.ts";
import { addSums, noSums } from "../insights/strata.ts";
import { suppressOneWay } from "../insights/suppression.ts";
import { hiddenBelow } from "../insights/vocabulary.ts";
import type { ProfileCounts } from "./count-profiles.server.ts";
import type { SheetCounts } from "./count-sheets.server.ts";
import { factorsIn } from "./figure-makers.ts";
import { optionsOf } from "./question-options.ts";
import type { SheetLayout } from "./sheet-layout.ts";
import type { IndexVariant } from "./vocabulary.ts";
import type { SampleWeights } from "./weigh-sample.ts";

type Words = { vi: string; en: string };

/** Overall satisfaction of those who gave each answer to one question about themselves. */
export type ProfileFigures = { code: string; text: Words; options: { code: string; label: Words; figure: Figure }[] };

/** A drawn sample's counts by stratum and their weights. */
type WeighedCounts = { counts: readonly SheetCounts[]; weights: SampleWeights };

/**
 * The overall index by profile, for a round as a whole; never crossed with units, procedures or another profile question.
 * Those who left the profile question out are what is missing in its options: where that would tell of few people, or where
 * they would have to cover others, the question is hidden.
 *
 * Of a drawn sample answers are weighted, question by question: strata in which one to four gave an answer that is shown (or
 * another) share a weight with the next, so that no weight tells what those few said. Where the sums that takes are not kept
 * (an index that is a mean of criteria, more criteria than `sumsMost`, a round frozen before) each answer counts alike.
 * @param reached sheets that count for the overall index of the whole group
 */
export function profileFigures(
  { layout, variant, meanOfCriteria }: { layout: SheetLayout; variant: IndexVariant; meanOfCriteria?: boolean | undefined },
  counts: readonly ProfileCounts[],
  reached: number,
  isShown: boolean,
  weighed?: WeighedCounts,
): ProfileFigures[] {
  const factors = factorsIn(layout.groups[0], meanOfCriteria);
  return layout.profile.flatMap((place) => {
    const question = layout.choices[place];
    if (!question) return [];
    const options = optionsOf(question).map((option, index) => ({
      option,
      count: counts.find((one) => one.place === place && one.option === index + 1),
    }));
    const cells = options.map(({ count }) => count?.reached ?? 0);
    const mask = suppressOneWay([...cells, reached - cells.reduce((sum, n) => sum + n, 0)]);
    const silent = reached - cells.reduce((sum, n) => sum + n, 0);
    const hidden = !isShown || mask.total || (silent > 0 && mask.hidden.at(-1) === true);
    const shown = options.flatMap((_, index) =>
      hidden || mask.hidden[index] || !cells[index] ? [] : [{ option: index + 1, reached: cells[index] }],
    );
    const ofSample = weighed && variant === "pooled" ? weighedFigures(weighed, place, shown) : undefined;
    const figureOf = (option: number, count: ProfileCounts): Figure =>
      ofSample?.(option, count.reached) ?? {
        ...figureOfCriteria(
          "satisfaction_index",
          factors.map((places) => places.map((at) => count.levels[at] ?? [0, 0, 0, 0, 0])),
          { sheets: count.reached, variant },
        ),
        ...(meanOfCriteria ? { version: 1 } : {}),
      };
    return [
      {
        code: question.code,
        text: question.text,
        options: options.map(({ option, count }, index) => ({
          code: option.code,
          label: option.label,
          figure:
            hidden || !count || mask.hidden[index]
              ? suppressedFigure(ofSample ? "sample_satisfaction" : "satisfaction_index")
              : figureOf(index + 1, count),
        })),
      },
    ];
  });
}

/** How the figures of a profile question are weighted; undefined where its sums are not those of all its sheets. */
function weighedFigures({ counts, weights }: WeighedCounts, place: number, shown: readonly { option: number; reached: number }[]) {
  const sumsIn = (cells: readonly SheetCounts[], option: number) =>
    cells
      .flatMap(({ profiles = [] }) => profiles)
      .filter((one) => one.place === place && one.option === option)
      .reduce((sum, { sums }) => addSums(sum, sums), noSums);
  if (shown.some(({ option, reached }) => sumsIn(counts, option).reached !== reached)) return undefined;

  const joined = weights.joined((cells) => {
    const parts = shown.map(({ option }) => sumsIn(cells, option).reached);
    const others = cells.reduce((sum, cell) => sum + (cell.reached[0] ?? 0), 0) - parts.reduce((sum, n) => sum + n, 0);
    return [...parts, others].every((n) => n === 0 || n >= hiddenBelow);
  });
  return (option: number, sheets: number): Figure =>
    figureOfSampleCriteria("sample_satisfaction", {
      sheets,
      variant: "pooled",
      pooled: joined.strataFor(counts, (cell) => sumsIn([cell], option)),
      factors: [],
    });
}
