import { and, eq, inArray } from "drizzle-orm";
import { dossierCounts } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { isQuarter, monthsOf } from "./period.ts";
import type { DossierCount } from "./score-line.ts";

export type BroughtCount = DossierCount & { source: string; importedOn: string };

/**
 * Dossiers of one unit for a quarter: as brought for the quarter, else the sum of its three months where all three were brought.
 * Undefined where they were not.
 */
export async function findQuarterCount(db: Db, unitId: string, quarter: string, indicator: string): Promise<BroughtCount | undefined> {
  const periods = [quarter, ...(isQuarter(quarter) ? monthsOf(quarter) : [])];
  const rows = await db
    .select()
    .from(dossierCounts)
    .where(and(eq(dossierCounts.unitId, unitId), eq(dossierCounts.indicator, indicator), inArray(dossierCounts.period, periods)));
  const whole = rows.find(({ period }) => period === quarter);
  if (whole) return sumOf([whole]);
  return rows.length === 3 ? sumOf(rows) : undefined;
}

/** Dossiers of some units together for a month; undefined where no unit's were brought. */
export async function findMonthCount(db: Db, unitIds: readonly string[], month: string, indicator: string): Promise<BroughtCount | undefined> {
  if (unitIds.length === 0) return undefined;
  const rows = await db
    .select()
    .from(dossierCounts)
    .where(and(inArray(dossierCounts.unitId, [...unitIds]), eq(dossierCounts.indicator, indicator), eq(dossierCounts.period, month)));
  return rows.length === 0 ? undefined : sumOf(rows);
}

function sumOf(rows: readonly (typeof dossierCounts.$inferSelect)[]): BroughtCount {
  const add = (of: (row: typeof dossierCounts.$inferSelect) => number) => rows.reduce((sum, row) => sum + of(row), 0);
  return {
    sooner: add(({ sooner }) => sooner),
    onTime: add(({ onTime }) => onTime),
    late: add(({ late }) => late),
    source: [...new Set(rows.map(({ source }) => source))].sort().join("; "),
    importedOn:
      rows
        .map(({ importedOn }) => importedOn)
        .sort()
        .at(-1) ?? "",
  };
}
