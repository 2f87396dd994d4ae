import { figureOfCorrelation } from "../insights/correlation-figure.ts";
import { answersIn, type LevelCounts } from "../insights/estimators.ts";
import { type Figure, suppressedFigure } from "../insights/figures.ts";
import { hiddenBelow } from "../insights/vocabulary.ts";
import type { ProfileCounts } from "./count-profiles.server.ts";
import type { SheetLayout } from "./sheet-layout.ts";
import { overallAnswer } from "./vocabulary.ts";

/** How a service criterion goes together with the question about overall satisfaction. */
export type ImportanceFigure = { code: string; figure: Figure };

/**
 * The tie of each service criterion to overall satisfaction, for a round as a whole. None where the questionnaire asks no overall
 * question: how a criterion goes with the rest of its sheet would say how alike the criteria are, and not what people
 * make their mind up by. None either where sheets were counted before both were counted together.
 * Hidden where its n, beside those of both questions, would tell how many of one to four left one of them out.
 * @param sheets all of the group. @param levels answers to each scale question of the whole group
 */
export function importanceFigures(
  { scale, groups, overall }: SheetLayout,
  profiles: readonly ProfileCounts[],
  { sheets, levels }: { sheets: number; levels: readonly LevelCounts[] },
  isShown: boolean,
): ImportanceFigure[] {
  const byOverall = [1, 2, 3, 4, 5].map((option) => profiles.find((one) => one.place === overallAnswer && one.option === option)?.levels ?? []);
  if (overall === null || byOverall.every((own) => own.length === 0)) return [];
  const answersTo = (place: number) => answersIn(levels[place] ?? noAnswers);
  const pairsWith = (place: number) => byOverall.map((own) => own[place] ?? noAnswers);
  if (countOf(pairsWith(overall)) !== answersTo(overall)) return [];

  return (groups[0]?.places ?? []).map((place) => {
    const pairs = pairsWith(place);
    const both = countOf(pairs);
    const [one, other] = [answersTo(place) - both, answersTo(overall) - both];
    const tells = [answersTo(place), answersTo(overall), both].some(isFew) || (one > 0 && [one, other, sheets - both - one - other].some(isFew));
    return { code: scale[place]?.code ?? "", figure: isShown && !tells ? figureOfCorrelation(pairs) : suppressedFigure("importance") };
  });
}

const noAnswers: LevelCounts = [0, 0, 0, 0, 0];
const countOf = (pairs: readonly LevelCounts[]): number => pairs.reduce((sum, levels) => sum + answersIn(levels), 0);
const isFew = (n: number): boolean => n > 0 && n < hiddenBelow;
