import { and, eq } from "drizzle-orm";
import { confidentialItems } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { withinReach } from "./queries.server.ts";

/** The reception takes an item into its own register, under a number: the receipt for the hand-over. */
export async function takeOverItem(db: Db, by: Official, id: string, what: { registerNumber: string }, now = new Date()) {
  if (by.scopes["confidential.read"] === undefined) return refuse("confidential.not_yours");
  const registerNumber = what.registerNumber.trim().slice(0, 100);
  if (!registerNumber) return refuse("text.missing");

  return inOneAct(db, async (tx) => {
    const [taken] = await tx
      .update(confidentialItems)
      .set({ state: "taken_over", takenOverById: by.id, takenOverAt: now, registerNumber })
      .where(and(eq(confidentialItems.id, id), eq(confidentialItems.state, "received"), withinReach(by)))
      .returning({ id: confidentialItems.id });
    if (!taken) return refuse("confidential.not_received");
    await recordEvent(tx, by, { act: "confidential.taken_over", subject: "confidential", subjectId: id }, now);
    return done({ id });
  });
}
