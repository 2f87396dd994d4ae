import type { Db } from "#db/schema/handle.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { refuse } from "../outcome.ts";
import { tellSender } from "./identity.server.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { type Receipt, takeByReceipt } from "./receipt.server.ts";

/** The sender takes the case back, while it has no answer. Nothing of it is shown any more. */
export async function withdrawCase(db: Db, keys: Keys, receipt: Receipt, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const taken = await takeByReceipt(tx, receipt, "withdraw");
    if (!taken.ok) return taken;
    // Opened again after an answer: what was answered stays.
    if (taken.value.answeredAt) return refuse("case.wrong_state");

    const moved = await moveCase(tx, "sender", taken.value, "withdraw", { set: { closedAt: now } }, now);
    if (!moved.ok) return moved;
    const theCase = moved.value.moved;
    await tellSender(tx, keys, theCase, { template: "case_withdrawn", data: { code: theCase.code } }, now);
    return standing(theCase);
  });
}
