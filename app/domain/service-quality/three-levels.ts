import { roundHalfUp, wilsonOfShare } from "../insights/estimators.ts";
import { type Figure, plainFigure, suppressedFigure, toPercent } from "../insights/figures.ts";
import { answered, type Levels, maskThreeLevels, type QuarterLevels, type ThreeLevelMask } from "../surveys/mask-three-levels.ts";

/** A unit (or, without one, the whole authority) in a quarter. What is hidden has no counts. */
export type LevelRow = { unitId: string | null; quarter: string; counts: Levels | null; figures: readonly [Figure, Figure, Figure] };

/** The slips of one round: those that count, all that came in, and the parts of these that editions left out. */
export type LevelRound = {
  counted: readonly QuarterLevels[];
  received: readonly QuarterLevels[];
  setAside?: readonly (readonly QuarterLevels[])[];
};

/**
 * Three-level figures of an authority, by unit and quarter, with the authority's own line for each quarter. A line is shown whole
 * or not at all, and only where each round that is in it may show its part (`maskThreeLevels`): the rounds' own pages are
 * public too, and who subtracts one of them has the others.
 */
export function threeLevelRows(rounds: readonly LevelRound[]): LevelRow[] {
  const masked = rounds.map((round) => ({ at: placed(round.counted), mask: maskThreeLevels(round.received, round.setAside) }));
  const some = rounds.flatMap(({ counted }) => counted.filter(({ levels }) => answered(levels) > 0));
  const units = [...new Set(some.map(({ unitId }) => unitId))].sort();
  const quarters = [...new Set(some.map(({ quarter }) => quarter))].sort();
  const sumOf = (quarter: string, of: readonly string[]): Levels =>
    masked.reduce<Levels>((sum, { at }) => of.reduce<Levels>((all, unitId) => plus(all, at.get(`${unitId} ${quarter}`)), sum), [0, 0, 0]);
  const row = (unitId: string | null, quarter: string, isShown: (mask: ThreeLevelMask) => boolean): LevelRow =>
    toRow(unitId, quarter, sumOf(quarter, unitId === null ? units : [unitId]), !masked.every(({ mask }) => isShown(mask)));
  return quarters.flatMap((quarter) => [
    row(null, quarter, (mask) => mask.quarterIsShown(quarter)),
    ...units.map((unitId) => row(unitId, quarter, (mask) => mask.unitIsShown(unitId, quarter))),
  ]);
}

const placed = (cells: readonly QuarterLevels[]) => new Map(cells.map(({ unitId, quarter, levels }) => [`${unitId} ${quarter}`, levels]));

const plus = (sum: Levels, more: Levels = [0, 0, 0]): Levels => [sum[0] + more[0], sum[1] + more[1], sum[2] + more[2]];

function toRow(unitId: string | null, quarter: string, counts: Levels, hidden: boolean): LevelRow {
  if (hidden || answered(counts) === 0) {
    const none = suppressedFigure("three_level_share");
    return { unitId, quarter, counts: null, figures: [none, none, none] };
  }
  const n = answered(counts);
  const [low, middle, high] = counts;
  return { unitId, quarter, counts, figures: [figureOfLevel(low, n), figureOfLevel(middle, n), figureOfLevel(high, n)] };
}

/** The share of one level with its Wilson interval. */
function figureOfLevel(part: number, n: number): Figure {
  const interval = wilsonOfShare(part / n, n);
  return { ...plainFigure("three_level_share", roundHalfUp(100 * part, n), n), low: toPercent(interval.low), high: toPercent(interval.high) };
}
