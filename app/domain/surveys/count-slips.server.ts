import { and, eq, sql } from "drizzle-orm";
import { slips } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { figureOfRate, type Figure } from "../insights/figures.ts";

/** One-time codes handed out at the desk for a unit in a round. Cancelled ones never let anybody in and are in no count. */
export type SlipCount = {
  unitId: string;
  issued: number;
  used: number;
  /** Metric `slip_return_rate`: used of issued, whatever was answered. */
  returned: Figure;
};

/** Desk slips of a round by unit; codes of drawn people are in their sample's count. They are the authority's own acts and hold nobody's answers, so nothing is suppressed. */
export async function countSlips(db: Db, roundId: string): Promise<SlipCount[]> {
  const rows = await db
    .select({
      unitId: slips.unitId,
      issued: sql<number>`count(*) filter (where ${slips.state} <> 'cancelled')`.mapWith(Number),
      used: sql<number>`count(*) filter (where ${slips.state} = 'used')`.mapWith(Number),
    })
    .from(slips)
    .where(and(eq(slips.roundId, roundId), eq(slips.mode, "desk_slip")))
    .groupBy(slips.unitId);
  return rows.map((row) => ({ ...row, returned: figureOfRate("slip_return_rate", row.used, row.issued) }));
}
