import { and, eq, inArray, lt, or } from "drizzle-orm";
import { paperBatches, paperRows, rounds } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay, plusDays } from "../calendar/civil-day.ts";
import { leftBatchDays } from "./vocabulary.ts";

/**
 * Discards piles that nobody put into their round: when the round has closed, or thirty days after its last day. What was
 * typed of them cannot count any more. @returns how many piles
 */
export async function discardLeftBatches(db: Db, now = new Date()): Promise<number> {
  return db.transaction(async (tx) => {
    const left = await tx
      .select({ id: paperBatches.id, roundId: paperBatches.roundId })
      .from(paperBatches)
      .innerJoin(rounds, eq(rounds.id, paperBatches.roundId))
      .where(
        and(
          eq(paperBatches.state, "keying"),
          or(inArray(rounds.state, ["closed", "published", "archived"]), lt(rounds.closesOn, plusDays(civilDay(now), -leftBatchDays))),
        ),
      );
    if (left.length === 0) return 0;

    const ids = left.map(({ id }) => id);
    await tx.update(paperBatches).set({ state: "discarded" }).where(inArray(paperBatches.id, ids));
    await tx.delete(paperRows).where(inArray(paperRows.batchId, ids));
    for (const { id, roundId } of left) {
      await recordEvent(tx, "portal", { act: "paper.batch_discarded", subject: "round", subjectId: roundId, data: { batch: id } }, now);
    }
    return left.length;
  });
}
