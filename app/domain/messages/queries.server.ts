import { asc, eq } from "drizzle-orm";
import { messages } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { DeliveryReason, DeliveryState, MessageTemplate } from "./vocabulary.ts";

/** What was sent to a case's sender and how it went; no address, only enough of it to know it (`n…@e….vn`). */
export type SentMessage = {
  id: string;
  template: MessageTemplate;
  state: DeliveryState;
  reason: DeliveryReason | null;
  /** The server's codes, e.g. `550 5.1.1`. */
  code: string | null;
  addressHint: string | null;
  attempts: number;
  queuedAt: Date;
  sentAt: Date | null;
  bouncedAt: Date | null;
  nextTryAt: Date | null;
};

/** Mails to the sender of a case, oldest first. */
export async function listCaseMessages(db: Db, caseId: string): Promise<SentMessage[]> {
  return db
    .select({
      id: messages.id,
      template: messages.template,
      state: messages.state,
      reason: messages.reason,
      code: messages.code,
      addressHint: messages.addressHint,
      attempts: messages.attempts,
      queuedAt: messages.createdAt,
      sentAt: messages.sentAt,
      bouncedAt: messages.bouncedAt,
      nextTryAt: messages.nextTryAt,
    })
    .from(messages)
    .where(eq(messages.caseId, caseId))
    .orderBy(asc(messages.createdAt), asc(messages.id));
}
