import { answersIn, type LevelCounts } from "../insights/estimators.ts";
import { suppressOneWay, suppressTwoWay, type TwoWayMask } from "../insights/suppression.ts";

type Counts = {
  unitId: string;
  procedureId: string | null;
  mode: string;
  sheets: number;
  reached: readonly number[];
  levels: readonly LevelCounts[];
};

/** A unit, a procedure, both or neither; null is “sheets that name no procedure”. */
export type Place = { unitId?: string | undefined; procedureId?: string | null | undefined };

/** What may be shown of a place: nothing, the overall figure only, or all of it. */
export type Showing = "nothing" | "overall" | "detail";

export type CountsMask = { showing(place: Place): Showing; modeIsShown(mode: string): boolean };

/**
 * What of a round may be shown, so that no group of fewer than five can be had by subtracting. Units and procedures are
 * published together, each with a filter, so they are masked as one table with all its totals: once by the sheets that
 * count for the overall index, and once by the answers to every single criterion.
 *
 * A unit or procedure is shown whole or not at all: where a single criterion has one to four answers, its overall figure
 * less the other criteria would give that criterion back. Only the round as a whole may show its overall figure alone,
 * when a criterion has that few answers altogether; then nothing else of the round is shown. Modes cut the same total
 * another way; they are never crossed with units or procedures.
 */
export function maskCounts(counts: readonly Counts[]): CountsMask {
  const units = [...new Set(counts.map((cell) => cell.unitId))];
  const procedures = [...new Set(counts.map((cell) => cell.procedureId))];
  const masked = (count: (cell: Counts) => number) => {
    const table = units.map(() => procedures.map(() => 0));
    for (const cell of counts) {
      const row = table[units.indexOf(cell.unitId)];
      const column = procedures.indexOf(cell.procedureId);
      if (row) row[column] = (row[column] ?? 0) + count(cell);
    }
    return { table, mask: suppressTwoWay(table) };
  };

  const overall = masked((cell) => cell.reached[0] ?? 0);
  const criteria = (counts[0]?.levels ?? []).map((_, question) => masked((cell) => answersIn(cell.levels[question] ?? [0, 0, 0, 0, 0])));

  const modes = [...new Set(counts.map((cell) => cell.mode))];
  const byMode = suppressOneWay(modes.map((mode) => counts.reduce((sum, cell) => sum + (cell.mode === mode ? (cell.reached[0] ?? 0) : 0), 0)));

  const isOpen = (row: number | undefined, column: number | undefined) =>
    !isShut(overall.mask, row, column) && !criteria.some(({ table, mask }) => isShut(mask, row, column) && sumOf(table, row, column) > 0);
  const detail = isOpen(undefined, undefined);

  function showing({ unitId, procedureId }: Place): Showing {
    if (unitId === undefined && procedureId === undefined) {
      if (overall.mask.total || byMode.total) return "nothing";
      return detail ? "detail" : "overall";
    }
    const row = unitId === undefined ? undefined : units.indexOf(unitId);
    const column = procedureId === undefined ? undefined : procedures.indexOf(procedureId);
    return detail && row !== -1 && column !== -1 && isOpen(row, column) ? "detail" : "nothing";
  }
  return { showing, modeIsShown: (mode) => detail && byMode.hidden[modes.indexOf(mode)] === false };
}

function isShut(mask: TwoWayMask, row: number | undefined, column: number | undefined): boolean {
  if (row !== undefined && column !== undefined) return mask.hidden[row]?.[column] ?? true;
  if (row !== undefined) return mask.rowTotals[row] ?? true;
  return column === undefined ? mask.total : (mask.columnTotals[column] ?? true);
}

function sumOf(table: readonly (readonly number[])[], row: number | undefined, column: number | undefined): number {
  const rows = row === undefined ? table : table.slice(row, row + 1);
  return rows.reduce((all, cells) => all + (column === undefined ? cells : cells.slice(column, column + 1)).reduce((sum, n) => sum + n, 0), 0);
}
