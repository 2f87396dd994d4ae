import { sql } from "drizzle-orm";
import type { Db } from "#db/schema/handle.ts";
import { countedGroups } from "./counted-groups.server.ts";
import type { Round } from "./find-round.server.ts";
import { isExcluded, isStanding, listExclusions } from "./sheet-exclusions.server.ts";
import { sheetFlags, type SheetMode } from "./vocabulary.ts";

/** Sheets of one unit that came in one way: how many carry each of `sheetFlags`, and how many are left out. */
export type CheckedCell = { unitId: string; mode: SheetMode; sheets: number; flags: number[]; excluded: number };

/** All sheets of a closed round for who checks them, by unit and way of answering. For the office. */
export async function countForCheck(db: Db, round: Round): Promise<CheckedCell[]> {
  const cells = new Map<string, CheckedCell>();
  for (const { counts } of await countedGroups(db, round, "received")) {
    for (const { unitId, mode, sheets, flags } of counts) {
      const key = `${unitId} ${mode}`;
      const cell = cells.get(key) ?? { unitId, mode, sheets: 0, flags: sheetFlags.map(() => 0), excluded: 0 };
      cells.set(key, { ...cell, sheets: cell.sheets + sheets, flags: cell.flags.map((n, index) => n + (flags?.[index] ?? 0)) });
    }
  }
  const standing = (await listExclusions(db, round.id)).filter(isStanding);
  const rows = await db
    .select({ unitId: sql<string>`unit_id`, mode: sql<string>`mode`, n: sql<number>`count(*)`.mapWith(Number) })
    .from(sql`(select unit_id, mode from sheets where round_id = ${round.id} and ${isExcluded(standing)}) as excluded`)
    .groupBy(sql`unit_id, mode`);
  for (const { unitId, mode, n } of rows) {
    const cell = cells.get(`${unitId} ${mode}`);
    if (cell) cell.excluded = n;
  }
  return [...cells.values()];
}
