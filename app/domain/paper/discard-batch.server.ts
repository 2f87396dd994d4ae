import { and, eq } from "drizzle-orm";
import { paperBatches, paperRows } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findBatch } from "./find-batch.server.ts";

/** Throws a batch away before it goes into its round: what was typed is deleted. Never after. */
export async function discardBatch(db: Db, by: Official, id: string, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const found = await findBatch(tx, by, id);
    if (!found) return refuse("paper.not_found");
    const { batch, round } = found;
    if (batch.operatorId !== by.id && !mayIn(by, "surveys.manage", round.authority.id)) return refuse("paper.not_yours");

    const [discarded] = await tx
      .update(paperBatches)
      .set({ state: "discarded" })
      .where(and(eq(paperBatches.id, id), eq(paperBatches.state, "keying")))
      .returning({ id: paperBatches.id });
    if (!discarded) return refuse("paper.not_keying");
    await tx.delete(paperRows).where(eq(paperRows.batchId, id));
    await recordEvent(tx, by, { act: "paper.batch_discarded", subject: "round", subjectId: round.id, data: { batch: id, typed: batch.typed } }, now);
    return done({ id });
  });
}
