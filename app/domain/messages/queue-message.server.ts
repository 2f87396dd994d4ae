import { randomUUID } from "node:crypto";
import { messages } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Language } from "../content/vocabulary.ts";
import type { Keys } from "../keys.ts";
import { queueJob } from "../queue-job.server.ts";
import type { MessageOf } from "./contents.ts";

/** The address is sealed to its message, so that a row's address cannot be moved to another. */
export const messageContext = (id: string) => `message:${id}`;

/**
 * Puts a mail into the outbox, in the act's own transaction: no act without its mail, no mail without its act. The job
 * that sends it is queued with it. `caseId` null: the mail must not be found with a case.
 */
export async function queueMessage(
  tx: Db,
  keys: Keys,
  message: MessageOf & { address: string; language: Language; caseId: string | null },
  now: Date,
): Promise<void> {
  const id = randomUUID();
  const { sealed, keyId } = keys.seal(message.address, messageContext(id));
  await tx.insert(messages).values({
    id,
    caseId: message.caseId,
    template: message.template,
    language: message.language,
    sealedAddress: sealed,
    keyId,
    data: { ...message.data },
    createdAt: now,
  });
  await queueJob(tx, { name: "deliver-message", data: { messageId: id } });
}
