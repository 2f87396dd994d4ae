import { sql } from "drizzle-orm";
import { foldAllSheets } from "#app/domain/surveys/index.server.ts";
import type { Portal } from "#app/platform/portal.server.ts";

/**
 * Moves answer sheets into the tallies, of one round or of all. The figures stay what they were; pages that show them
 * from the page cache are drawn anew.
 */
export async function foldSheetsJob({ db, log }: Portal, roundId?: string): Promise<void> {
  const folded = await foldAllSheets(db, roundId);
  if (folded === 0) return;
  log.info({ folded }, "folded answer sheets");
  await db.execute(sql`select pg_notify('public_copy', 'round')`);
}
