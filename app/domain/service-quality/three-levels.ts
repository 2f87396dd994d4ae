import { roundHalfUp, wilsonOfShare } from "../insights/estimators.ts";
import { type Figure, plainFigure, suppressedFigure, toPercent } from "../insights/figures.ts";
import { suppressTwoWay } from "../insights/suppression.ts";

export type LevelCount = { unitId: string; quarter: string; level: 1 | 2 | 3; n: number };
export type Levels = readonly [number, number, number];

/** A unit (or, without one, the whole authority) in a quarter. What is hidden has no counts. */
export type LevelRow = { unitId: string | null; quarter: string; counts: Levels | null; figures: readonly [Figure, Figure, Figure] };

/**
 * Three-level figures of an authority, by unit and quarter, with the authority's own line for each quarter. A unit's quarter is
 * shown whole or not at all: hidden where fewer than five answered, or where it would give such a cell away against the
 * quarters' and units' totals (`suppressTwoWay` over all there is, whatever part of it a page shows).
 */
export function threeLevelRows(counts: readonly LevelCount[]): LevelRow[] {
  const units = [...new Set(counts.map(({ unitId }) => unitId))].sort();
  const quarters = [...new Set(counts.map(({ quarter }) => quarter))].sort();
  if (units.length === 0) return [];
  const cells = units.map((unitId) => quarters.map((quarter) => levelsOf(counts.filter((one) => one.unitId === unitId && one.quarter === quarter))));
  const mask = suppressTwoWay(cells.map((row) => row.map(answered)));
  return quarters.flatMap((quarter, column) => [
    toRow(null, quarter, levelsOf(counts.filter((one) => one.quarter === quarter)), mask.columnTotals[column] ?? true),
    ...units.map((unitId, row) => toRow(unitId, quarter, cells[row]?.[column] ?? [0, 0, 0], mask.hidden[row]?.[column] ?? true)),
  ]);
}

function toRow(unitId: string | null, quarter: string, counts: Levels, hidden: boolean): LevelRow {
  if (hidden) {
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

export const answered = (counts: Levels): number => counts[0] + counts[1] + counts[2];

function levelsOf(counts: readonly LevelCount[]): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  for (const { level, n } of counts) sum[level - 1] = (sum[level - 1] ?? 0) + n;
  return sum;
}
