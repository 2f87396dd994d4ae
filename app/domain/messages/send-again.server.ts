import { and, eq, inArray, sql } from "drizzle-orm";
import { messages } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { queueJob } from "../queue-job.server.ts";
import { mayMindMail } from "./mail-room.server.ts";
import { isSuppressed } from "./recipients.server.ts";
import { sendAgainStates } from "./vocabulary.ts";

/**
 * Has a mail sent again that failed, or of which nobody knows whether it arrived: a person decides what the portal never
 * does by itself. Its tries and pauses begin anew; it keeps its Message-ID, so that a second copy is known as one. What a
 * server took over is never sent twice, and of two who press at once the second is refused.
 * Refuses: `mail.not_yours`, `mail.not_found`, `mail.not_to_send`, `mail.address_bounces` (docs/decisions/0015).
 */
export async function sendAgain(db: Db, by: Official, messageId: string, now = new Date()) {
  if (!mayMindMail(by)) return refuse("mail.not_yours");
  return inOneAct(db, async (tx) => {
    const [seen] = await tx
      .select({ state: messages.state, attempts: messages.attempts, addressHash: messages.addressHash })
      .from(messages)
      .where(eq(messages.id, messageId))
      .for("update");
    if (!seen) return refuse("mail.not_found");
    const [queued] = await tx
      .update(messages)
      .set({
        state: "queued",
        earlierAttempts: sql`${messages.earlierAttempts} + ${messages.attempts}`,
        attempts: 0,
        reason: null,
        code: null,
        lastError: null,
        nextTryAt: null,
        // A worker that still holds it may no longer hand it over, nor write down what came of it.
        claim: null,
        claimedAt: null,
        handedOverAt: null,
      })
      .where(and(eq(messages.id, messageId), inArray(messages.state, [...sendAgainStates])))
      .returning({ id: messages.id });
    if (!queued) return refuse("mail.not_to_send");
    if (seen.addressHash && (await isSuppressed(tx, seen.addressHash, now))) return refuse("mail.address_bounces");

    const data = { was: seen.state, tries: seen.attempts };
    await recordEvent(tx, by, { act: "mail.sent_again", subject: "portal", subjectId: messageId, data }, now);
    await queueJob(tx, { name: "deliver-message", data: { messageId } });
    return done({ id: messageId });
  });
}
