import { figureOfCriteria, type Figure, suppressedFigure } from "../insights/figures.ts";
import { suppressOneWay } from "../insights/suppression.ts";
import type { ProfileCounts } from "./count-profiles.server.ts";
import { optionsOf } from "./question-options.ts";
import type { SheetLayout } from "./sheet-layout.ts";
import type { IndexVariant } from "./vocabulary.ts";

type Words = { vi: string; en: string };

/** Overall satisfaction of those who gave each answer to one question about themselves. */
export type ProfileFigures = { code: string; text: Words; options: { code: string; label: Words; figure: Figure }[] };

/**
 * The overall index by profile, for a round as a whole; never crossed with units, procedures or another profile question.
 * Those who left the profile question out are what is missing in its options: where that would tell of few people, or where
 * they would have to cover others, the question is hidden.
 * @param reached sheets that count for the overall index of the whole group
 */
export function profileFigures(
  { layout, variant }: { layout: SheetLayout; variant: IndexVariant },
  counts: readonly ProfileCounts[],
  reached: number,
  isShown: boolean,
): ProfileFigures[] {
  const overall = layout.groups[0]?.places ?? [];
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
    return [
      {
        code: question.code,
        text: question.text,
        options: options.map(({ option, count }, index) => ({
          code: option.code,
          label: option.label,
          figure:
            hidden || !count || mask.hidden[index]
              ? suppressedFigure("satisfaction_index")
              : figureOfCriteria(
                  "satisfaction_index",
                  overall.map((at) => count.levels[at] ?? [0, 0, 0, 0, 0]),
                  { sheets: count.reached, variant },
                ),
        })),
      },
    ];
  });
}
