import { sql } from "drizzle-orm";
import type { Db } from "#db/schema/handle.ts";
import { wholeSheet } from "./sheet-marks.server.ts";
import { type SheetMode, sheetModes } from "./vocabulary.ts";

/** How many sheets each unit has, by mode: whole sheets of the tallies, plus those that are not folded yet. For the office. */
export async function countSheetsByUnit(db: Db, roundId: string): Promise<{ unitId: string; mode: SheetMode; n: number }[]> {
  const rows = await db
    .select({ unitId: sql<string>`unit_id`, mode: sql<string>`mode`, n: sql<number>`sum(n)`.mapWith(Number) })
    .from(
      sql`(
        select unit_id, mode, n from tallies where round_id = ${roundId} and question = ${sql.raw(String(wholeSheet))}
        union all
        select unit_id, mode, count(*) from sheets where round_id = ${roundId} and not folded group by unit_id, mode
      ) as both_parts`,
    )
    .groupBy(sql`unit_id`, sql`mode`);
  return rows.flatMap(({ unitId, mode, n }) => {
    const known = sheetModes.find((one) => one === mode);
    return known ? [{ unitId, mode: known, n }] : [];
  });
}
