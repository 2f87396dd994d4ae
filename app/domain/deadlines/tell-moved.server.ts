import type { Db } from "#db/schema/handle.ts";
import type { MovedClock } from "../calendar/index.server.ts";
import { tellDeadlineMoved } from "../feedback/index.server.ts";
import type { Keys } from "../keys.ts";

/** The steps whose due day a sender was told. */
const promised = ["answer", "supplement"];

/** Tells the senders whose promised day moved, in the act that moved it. A clock that stands still promises nothing yet. */
export async function tellMoved(tx: Db, keys: Keys, moved: readonly MovedClock[], now: Date): Promise<void> {
  for (const { caseId, step, from, to, paused } of moved) {
    if (promised.includes(step) && !paused) await tellDeadlineMoved(tx, keys, { caseId, from, to }, now);
  }
}
