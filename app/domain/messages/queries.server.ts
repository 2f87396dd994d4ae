import { asc, eq } from "drizzle-orm";
import { messages } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { DeliveryState, MessageTemplate } from "./vocabulary.ts";

/** What was sent to a case's sender and how it went; no address. */
export type SentMessage = { id: string; template: MessageTemplate; state: DeliveryState; attempts: number; queuedAt: Date; sentAt: Date | null };

/** Mails to the sender of a case, oldest first. */
export async function listCaseMessages(db: Db, caseId: string): Promise<SentMessage[]> {
  return db
    .select({
      id: messages.id,
      template: messages.template,
      state: messages.state,
      attempts: messages.attempts,
      queuedAt: messages.createdAt,
      sentAt: messages.sentAt,
    })
    .from(messages)
    .where(eq(messages.caseId, caseId))
    .orderBy(asc(messages.createdAt), asc(messages.id));
}
