import { fold, slugify } from "../text.ts";
import { isMonth, isQuarter } from "./period.ts";

export const countColumns = ["unit", "period", "indicator", "sooner", "onTime", "late"] as const;
export type CountColumn = (typeof countColumns)[number];

/** How a heading may begin, folded; the first that fits wins. */
const headings: Readonly<Record<CountColumn, readonly string[]>> = {
  unit: ["don vi", "unit"],
  period: ["ky", "quy", "thang", "period", "quarter", "month"],
  indicator: ["chi tieu", "indicator"],
  sooner: ["truoc han", "som", "sooner", "early"],
  onTime: ["dung han", "on time"],
  late: ["tre", "qua han", "late"],
};

/** Where each column stands; the columns that are missing. */
export function findColumns(cells: readonly string[]): { places: ReadonlyMap<CountColumn, number>; missing: CountColumn[] } {
  const folded = cells.map((cell) => fold(cell).trim());
  const places = new Map<CountColumn, number>();
  for (const column of countColumns) {
    const place = folded.findIndex((cell) => headings[column].some((start) => cell.startsWith(start)));
    if (place >= 0) places.set(column, place);
  }
  return { places, missing: countColumns.filter((column) => !places.has(column)) };
}

export type CountRow = { unitId: string; period: string; indicator: string; sooner: number; onTime: number; late: number };

/** What may be brought for a period: ids of units by slugified slug and name, and codes of indicators. */
export type Countable = { units: ReadonlyMap<string, string>; indicators: readonly string[] };

const saidIn = (cells: readonly string[], places: ReadonlyMap<CountColumn, number>, column: CountColumn): string =>
  (cells[places.get(column) ?? -1] ?? "").replace(/^'(?=[\s=+\-@])/, "").trim();

/** The period of a row, as `2026-Q3` or `2026-08`; undefined where there is none. Reads `2026-Q3`, `Q3/2026`, `2026-08`, `08/2026`. */
export const readCountPeriod = (cells: readonly string[], places: ReadonlyMap<CountColumn, number>): string | undefined =>
  readPeriod(saidIn(cells, places, "period"));

/** One row of a list of dossier counts for this period; where it is wrong, its first column that is. */
export function readCountRow(
  cells: readonly string[],
  places: ReadonlyMap<CountColumn, number>,
  period: string,
  { units, indicators }: Countable,
): { row: CountRow } | { wrong: CountColumn } {
  const said = (column: CountColumn) => saidIn(cells, places, column);
  const unitId = units.get(slugify(said("unit"), 200));
  if (!unitId) return { wrong: "unit" };
  const indicator = said("indicator").replace(/\.0$/, "");
  if (!indicators.includes(indicator)) return { wrong: "indicator" };
  const counts = { sooner: 0, onTime: 0, late: 0 };
  for (const column of ["sooner", "onTime", "late"] as const) {
    const digits = said(column).replace(/(?<=\d)[.,\s](?=\d{3}\b)/g, "");
    if (!/^\d{1,8}$/.test(digits)) return { wrong: column };
    counts[column] = Number(digits);
  }
  return { row: { unitId, period, indicator, ...counts } };
}

function readPeriod(text: string): string | undefined {
  const year = /[12]\d{3}/.exec(text)?.[0];
  const quarter = /(?:q|quy)\s*(iv|i{1,3}|[1-4])\b/.exec(fold(text))?.[1];
  if (year && quarter) {
    const period = `${year}-Q${({ i: 1, ii: 2, iii: 3, iv: 4 } as Record<string, number>)[quarter] ?? quarter}`;
    return isQuarter(period) ? period : undefined;
  }
  // A workbook gives a month as its first day.
  const month = /^(?:[12]\d{3}-(\d{1,2})(?:-01)?|(\d{1,2})[/-][12]\d{3})$/.exec(text);
  const period = year && month ? `${year}-${(month[1] ?? month[2] ?? "").padStart(2, "0")}` : "";
  return isMonth(period) ? period : undefined;
}
