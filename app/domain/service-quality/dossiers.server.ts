import { and, eq, inArray } from "drizzle-orm";
import { dossierCounts } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { listUnitsInForce } from "../units/index.server.ts";
import { daysOf, isQuarter, monthsOf } from "./period.ts";
import type { DossierCount } from "./score-line.ts";

export type BroughtCount = DossierCount & { source: string; importedOn: string };

type Row = typeof dossierCounts.$inferSelect;
/** Where a unit last stood in a period, and the months of it at whose end it was there. */
type Life = { parentId: string | null; months: string[] };

/**
 * Dossiers of a unit for a month or quarter: what was brought for the unit itself, else for the units below it together, each by
 * the same rule. So a unit's own count stands for all below, and nothing is counted twice. A unit's own quarter is what was
 * brought for it as a quarter, else the sum of the months at whose end it was there. Undefined where nothing was brought, or
 * of a quarter only some months.
 */
export async function findDossierCount(db: Db, unitId: string, period: string, indicator: string): Promise<BroughtCount | undefined> {
  const lives = await livesIn(db, isQuarter(period) ? monthsOf(period) : [period]);
  const rows = await db
    .select()
    .from(dossierCounts)
    .where(
      and(
        inArray(dossierCounts.unitId, [...lives.keys()]),
        eq(dossierCounts.indicator, indicator),
        inArray(dossierCounts.period, isQuarter(period) ? [period, ...monthsOf(period)] : [period]),
      ),
    );
  /** What stands for a unit; null where it is not whole. */
  const broughtFor = (id: string): Row[] | null => {
    const own = rows.filter((row) => row.unitId === id);
    const whole = own.filter((row) => row.period === period);
    if (whole.length > 0) return whole;
    if (own.length > 0 && lives.get(id)?.months.every((month) => own.some((row) => row.period === month))) return own;
    const below = [...lives].filter(([, { parentId }]) => parentId === id).map(([child]) => broughtFor(child));
    const all = below.flatMap((one) => one ?? []);
    return below.includes(null) || (all.length === 0 && own.length > 0) ? null : all;
  };
  const brought = broughtFor(unitId);
  return brought && brought.length > 0 ? sumOf(brought) : undefined;
}

async function livesIn(db: Db, months: readonly string[]): Promise<Map<string, Life>> {
  const lives = new Map<string, Life>();
  for (const month of months) {
    for (const { id, parentId } of await listUnitsInForce(db, daysOf(month)?.to ?? "", { internal: true })) {
      lives.set(id, { parentId, months: [...(lives.get(id)?.months ?? []), month] });
    }
  }
  return lives;
}

function sumOf(rows: readonly Row[]): BroughtCount {
  const add = (of: (row: Row) => number) => rows.reduce((sum, row) => sum + of(row), 0);
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
