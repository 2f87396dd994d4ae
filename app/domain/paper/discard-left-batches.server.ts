import { and, asc, eq, inArray, lt, or, sql } from "drizzle-orm";
import { paperBatches, paperRows, rounds } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay, plusDays } from "../calendar/civil-day.ts";
import { eachInTurn } from "../each-in-turn.ts";
import { leftBatchDays } from "./vocabulary.ts";

/** Piles of one run; what is left waits for the next. */
const atOnce = 1_000;

/**
 * Discards piles that nobody put into their round: when the round has closed, or thirty days after its last day of typing. What was
 * typed of them cannot count any more. Each pile is a transaction of its own; one that fails keeps no other.
 * @returns how many piles
 */
export async function discardLeftBatches(db: Db, now = new Date()): Promise<number> {
  const left = await db
    .select({ id: paperBatches.id })
    .from(paperBatches)
    .innerJoin(rounds, eq(rounds.id, paperBatches.roundId))
    .where(
      and(
        eq(paperBatches.state, "keying"),
        or(
          inArray(rounds.state, ["closed", "published", "archived"]),
          lt(sql`coalesce(${rounds.keyingUntil}, ${rounds.closesOn})`, plusDays(civilDay(now), -leftBatchDays)),
        ),
      ),
    )
    .orderBy(asc(paperBatches.id))
    .limit(atOnce);
  let discarded = 0;
  await eachInTurn(left, async ({ id }) => {
    if (await db.transaction((tx) => discard(tx, id, now))) discarded += 1;
  });
  return discarded;
}

/** False when another node was faster, or somebody put it into its round after all. */
async function discard(tx: Db, id: string, now: Date): Promise<boolean> {
  const [pile] = await tx
    .update(paperBatches)
    .set({ state: "discarded" })
    .where(and(eq(paperBatches.id, id), eq(paperBatches.state, "keying")))
    .returning({ roundId: paperBatches.roundId });
  if (!pile) return false;
  await tx.delete(paperRows).where(eq(paperRows.batchId, id));
  await recordEvent(tx, "portal", { act: "paper.batch_discarded", subject: "round", subjectId: pile.roundId, data: { batch: id } }, now);
  return true;
}
