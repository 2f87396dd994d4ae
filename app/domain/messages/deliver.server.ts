import { eq, sql } from "drizzle-orm";
import { messages } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Language } from "../content/vocabulary.ts";
import type { Keys } from "../keys.ts";
import type { MessageOf } from "./contents.ts";
import { messageContext } from "./queue-message.server.ts";

/** A mail ready to be rendered and sent. `id` is also its Message-ID, so that a second copy is known as one. */
export type DueMessage = MessageOf & { id: string; address: string; language: Language };

export type Delivery = "sent" | "failed" | "later" | "not_due";

/** What went wrong on the way, without the address. `permanent`: trying again is of no use. */
export type DeliveryFailure = { permanent: boolean; reason: string };

/** After so many tries a message has failed for good. */
export const maxAttempts = 8;

/**
 * Delivers a queued message once. Its row stays locked while `send` runs, so two workers never send the same one; a
 * message that was sent, or is just being sent, is passed over (`not_due`).
 * @param send gives undefined when the mail was taken over by the next server
 */
export async function deliver(
  db: Db,
  keys: Keys,
  messageId: string,
  send: (message: DueMessage) => Promise<DeliveryFailure | undefined>,
  now: Date,
): Promise<Delivery> {
  return db.transaction(async (tx) => {
    const [row] = await tx.select().from(messages).where(eq(messages.id, messageId)).for("update", { skipLocked: true });
    if (row?.state !== "queued") return "not_due";

    const address = keys.unseal(row.sealedAddress, messageContext(row.id));
    const message = { id: row.id, template: row.template, data: row.data, address, language: row.language } as DueMessage;
    const failure = await send(message);
    const attempts = row.attempts + 1;
    const gaveUp = failure !== undefined && (failure.permanent || attempts >= maxAttempts);
    await tx
      .update(messages)
      .set({
        attempts,
        state: failure === undefined ? "sent" : gaveUp ? "failed" : "queued",
        sentAt: failure === undefined ? now : null,
        lastError: failure === undefined ? null : sql`left(${failure.reason}, 300)`,
      })
      .where(eq(messages.id, row.id));
    return failure === undefined ? "sent" : gaveUp ? "failed" : "later";
  });
}
