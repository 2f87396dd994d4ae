import { and, eq, inArray } from "drizzle-orm";
import { messages } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { blamesAddress } from "./delivery-codes.ts";
import { noteHardBounce } from "./recipients.server.ts";
import type { DeliveryReason } from "./vocabulary.ts";

/** A returned mail, as its report says. `hard`: the address itself is no good. */
export type Bounce = { messageId: string; hard: boolean; code: string | null; reason: DeliveryReason };

/**
 * Notes that a mail came back after it had been taken over. A report that comes twice counts once.
 * @returns whether a message changed
 */
export async function recordBounce(db: Db, bounce: Bounce, now: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [returned] = await tx
      .update(messages)
      .set({ state: "bounced", bouncedAt: now, code: bounce.code, reason: bounce.reason, nextTryAt: null })
      .where(and(eq(messages.id, bounce.messageId), inArray(messages.state, ["sent", "sending", "uncertain"])))
      .returning({ addressHash: messages.addressHash });
    if (returned?.addressHash && bounce.hard && blamesAddress(bounce.reason)) await noteHardBounce(tx, returned.addressHash, bounce.code, now);
    return returned !== undefined;
  });
}
