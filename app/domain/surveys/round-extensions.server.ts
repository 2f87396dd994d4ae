import { and, desc, eq } from "drizzle-orm";
import { roundExtensions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";

/** A later last day of a round, and why. */
type RoundExtension = { id: string; from: string; until: string; reason: { vi: string; en: string } };

const toExtension = ({ id, fromDay, untilDay, reasonVi, reasonEn }: typeof roundExtensions.$inferSelect): RoundExtension => ({
  id,
  from: fromDay,
  until: untilDay,
  reason: { vi: reasonVi, en: reasonEn },
});

/** What was asked for and nobody has decided yet: one of a round at most. */
export async function findAskedExtension(db: Db, roundId: string): Promise<RoundExtension | undefined> {
  const [asked] = await db
    .select()
    .from(roundExtensions)
    .where(and(eq(roundExtensions.roundId, roundId), eq(roundExtensions.state, "asked")));
  return asked && toExtension(asked);
}

/** How often and why a round was extended, the newest first, with the day on which a leader approved it. */
export async function listExtensions(db: Db, roundId: string): Promise<(RoundExtension & { on: string })[]> {
  const approved = await db
    .select()
    .from(roundExtensions)
    .where(and(eq(roundExtensions.roundId, roundId), eq(roundExtensions.state, "approved")))
    .orderBy(desc(roundExtensions.untilDay));
  return approved.map((row) => ({ ...toExtension(row), on: civilDay(row.decidedAt ?? row.askedAt) }));
}
