import { answersIn, type LevelCounts } from "../insights/estimators.ts";
import { hiddenBelow } from "../insights/vocabulary.ts";
import { type OneWayMask, safeCells, suppressOneWay, suppressTwoWay, type TwoWayMask } from "../insights/suppression.ts";

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
 * another way: they are shown only where no unit or procedure tells a small group of theirs (`modesAreSafe`).
 * @param given one cell for each unit, procedure and way of answering; their order does not matter
 */
export function maskCounts(given: readonly Counts[]): CountsMask {
  // Of two places that would do as company the first is hidden: the same counts in another order must hide the same.
  const counts = [...given].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const units = placesOf(counts.map((cell) => cell.unitId));
  const procedures = placesOf(counts.map((cell) => cell.procedureId));
  const rowOf = counts.map((cell) => units.get(cell.unitId) ?? -1);
  const columnOf = counts.map((cell) => procedures.get(cell.procedureId) ?? -1);
  const tableOf = (count: (cell: Counts) => number) => {
    const table = [...units].map(() => [...procedures].map(() => 0));
    for (const [index, cell] of counts.entries()) {
      const row = table[rowOf[index] ?? -1];
      const column = columnOf[index] ?? -1;
      if (row) row[column] = (row[column] ?? 0) + count(cell);
    }
    return table;
  };

  const overall = suppressTwoWay(tableOf((cell) => cell.reached[0] ?? 0));
  // Whatever is hidden for one question is hidden for all: each next one needs little company of its own.
  let shut = overall;
  for (const [question] of (counts[0]?.levels ?? []).entries()) {
    if (shut.total) break;
    const table = tableOf((cell) => answersIn(cell.levels[question] ?? [0, 0, 0, 0, 0]));
    shut = joinMasks(shut, suppressTwoWay(table, shut), table);
  }

  const modes = [...new Set(counts.map((cell) => cell.mode))];
  const byMode = maskModes(counts, modes);
  const detail = !shut.total;

  function showing({ unitId, procedureId }: Place): Showing {
    if (unitId === undefined && procedureId === undefined) {
      if (overall.total || byMode.total) return "nothing";
      return detail ? "detail" : "overall";
    }
    const row = unitId === undefined ? undefined : units.get(unitId);
    const column = procedureId === undefined ? undefined : procedures.get(procedureId);
    const known = (unitId === undefined || row !== undefined) && (procedureId === undefined || column !== undefined);
    return detail && known && !isShut(shut, row, column) ? "detail" : "nothing";
  }
  const modesShown = detail && modesAreSafe(counts, modes, byMode, (unitId, procedureId) => showing({ unitId, procedureId }) === "nothing");
  return { showing, modeIsShown: (mode) => modesShown && byMode.hidden[modes.indexOf(mode)] === false };
}

const nameOf = ({ unitId, procedureId, mode }: Counts): string => `${unitId} ${procedureId ?? ""} ${mode}`;

/** Where each of them stands in a table, in the order in which they come first. */
function placesOf<Name>(names: readonly Name[]): Map<Name, number> {
  return new Map([...new Set(names)].map((name, place) => [name, place]));
}

/** What either mask hides. Where nobody answered the second's question, that hides nothing. @param table what the second counts */
export function joinMasks(mask: TwoWayMask, other: TwoWayMask, table: readonly (readonly number[])[]): TwoWayMask {
  const rows = table.map(sumOf);
  const columns = mask.columnTotals.map((_, column) => sumOf(table.map((row) => row[column] ?? 0)));
  return {
    hidden: mask.hidden.map((row, at) => row.map((hidden, column) => hidden || (isShut(other, at, column) && (table[at]?.[column] ?? 0) > 0))),
    rowTotals: mask.rowTotals.map((hidden, row) => hidden || (isShut(other, row, undefined) && (rows[row] ?? 0) > 0)),
    columnTotals: mask.columnTotals.map((hidden, column) => hidden || (isShut(other, undefined, column) && (columns[column] ?? 0) > 0)),
    total: mask.total || (other.total && sumOf(rows) > 0),
  };
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);

/** As of places: a way of answering in which few answered some criterion is hidden whole, with company. */
function maskModes(counts: readonly Counts[], modes: readonly string[]): OneWayMask {
  const masked = (count: (cell: Counts) => number) => {
    const cells = modes.map((mode) => counts.reduce((sum, cell) => sum + (cell.mode === mode ? count(cell) : 0), 0));
    const mask = suppressOneWay(cells);
    return { ...mask, hidden: mask.hidden.map((hidden, index) => hidden && (cells[index] ?? 0) > 0) };
  };
  const overall = masked((cell) => cell.reached[0] ?? 0);
  const criteria = (counts[0]?.levels ?? []).map((_, question) => masked((cell) => answersIn(cell.levels[question] ?? [0, 0, 0, 0, 0])));
  return { hidden: modes.map((_, index) => [overall, ...criteria].some(({ hidden }) => hidden[index] ?? true)), total: overall.total };
}

/**
 * True where ways of answering may be shown beside units and procedures. Everybody may know which procedures a unit has
 * and which ways lead to it (one desk has a kiosk, another has none), and so a unit less a way can be a handful
 * of people. Every group of one to four that answered about one place in one way must be able to hold five: either others
 * of the same place answered the other way instead, the totals of places and ways staying as they are; or, in the same way, about
 * another place that is hidden too.
 */
function modesAreSafe(
  counts: readonly Counts[],
  modes: readonly string[],
  byMode: OneWayMask,
  isHidden: (unitId: string, procedureId: string | null) => boolean,
): boolean {
  if (modes.length < 2) return true;
  const units = placesOf(counts.map((cell) => cell.unitId));
  const procedures = placesOf(counts.map((cell) => cell.procedureId));
  const placeOf = ({ unitId, procedureId }: Pick<Counts, "unitId" | "procedureId">) => `${unitId} ${procedureId}`;
  const places = [...new Map(counts.map((cell) => [placeOf(cell), cell])).values()];
  const rowOf = placesOf(places.map(placeOf));
  const leadsTo = new Set(counts.map((cell) => `${cell.unitId} ${cell.mode}`));
  const answers = (cell: Counts) => cell.levels.reduce((sum, levels) => sum + answersIn(levels), 0);
  const [unitNames, procedureNames] = [[...units.keys()], [...procedures.keys()]];
  const hiddenPlaces = unitNames.map((unitId) => procedureNames.map((procedureId) => isHidden(unitId, procedureId)));

  const placeRows = counts.map((cell) => rowOf.get(placeOf(cell)) ?? -1);
  const modeColumns = counts.map((cell) => modes.indexOf(cell.mode));
  const criteria = (counts[0]?.levels ?? []).map((_, place) => (cell: Counts) => answersIn(cell.levels[place] ?? [0, 0, 0, 0, 0]));
  return [(cell: Counts) => cell.reached[0] ?? 0, answers, ...criteria].every((count) => {
    const byPlace = places.map(() => modes.map(() => 0));
    for (const [index, cell] of counts.entries()) {
      const row = byPlace[placeRows[index] ?? -1];
      const column = modeColumns[index] ?? -1;
      if (row) row[column] = (row[column] ?? 0) + count(cell);
    }
    if (canSwapModes(byPlace, byMode.hidden, hiddenBelow * (units.size + procedures.size + 2))) return true;
    const otherwise = safeCells(
      byPlace,
      { hidden: places.map(() => modes.map(() => true)), rowTotals: places.map(() => false), columnTotals: byMode.hidden, total: false },
      (row, column) => leadsTo.has(`${places[row]?.unitId} ${modes[column]}`),
    );
    const elsewhere = modes.map((mode, at) => {
      let safe: ReturnType<typeof safeCells> | undefined;
      return (place: Counts) => {
        safe ??= safeCells(
          unitNames.map((unitId) => procedureNames.map((procedureId) => byPlace[rowOf.get(placeOf({ unitId, procedureId })) ?? -1]?.[at] ?? 0)),
          { hidden: hiddenPlaces, rowTotals: unitNames.map(() => false), columnTotals: procedureNames.map(() => false), total: false },
          (row, column) => rowOf.has(`${unitNames[row]} ${procedureNames[column]}`) && leadsTo.has(`${unitNames[row]} ${mode}`),
        );
        return safe(units.get(place.unitId) ?? -1, procedures.get(place.procedureId) ?? -1);
      };
    });
    return places.every((place, row) => modes.every((_, column) => otherwise(row, column) || elsewhere[column]?.(place)));
  });
}

function isShut(mask: TwoWayMask, row: number | undefined, column: number | undefined): boolean {
  if (row !== undefined && column !== undefined) return mask.hidden[row]?.[column] ?? true;
  if (row !== undefined) return mask.rowTotals[row] ?? true;
  return column === undefined ? mask.total : (mask.columnTotals[column] ?? true);
}

/**
 * True where places are large enough to take up whatever a small group's rise does to the ways of answering. Places can be
 * imagined otherwise without a word about ways (`suppressTwoWay` sees to that), moving at most four people along at most
 * as many places as the table has lines; if places that know two ways well link all ways together, each
 * way's total can be set right there. Ways that are hidden count as one.
 */
function canSwapModes(places: readonly (readonly number[])[], hidden: readonly boolean[], well: number): boolean {
  const linked = hidden.map((isHidden, mode) => (isHidden ? hidden.indexOf(true) : mode));
  for (const place of places) {
    const known = place.flatMap((n, mode) => (n >= well ? [linked[mode] ?? mode] : []));
    for (const [index, mode] of linked.entries()) if (known.includes(mode)) linked[index] = Math.min(...known);
  }
  return new Set(linked).size === 1;
}
