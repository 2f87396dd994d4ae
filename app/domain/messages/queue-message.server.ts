import { randomUUID } from "node:crypto";
import { messages } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Language } from "../content/vocabulary.ts";
import type { Keys } from "../keys.ts";
import { queueJob } from "../queue-job.server.ts";
import { addressHint, plainAddress } from "./addresses.ts";
import type { MessageOf } from "./contents.ts";

/** The address is sealed to its message, so that a row's address cannot be moved to another. */
export const messageContext = (id: string) => `message:${id}`;

/** To find an address again without reading any. */
export const addressHashOf = (keys: Keys, address: string): string => keys.fingerprint("mail-address", plainAddress(address));

export type NewMessage = MessageOf & {
  address: string;
  language: Language;
  /** Null: the mail must not be found with a case. */
  caseId: string | null;
  /** Mail that a reader subscribed to: it goes when the subscription ends. */
  subscriptionId?: string;
  /** Somebody who was drawn to be asked. */
  samplePersonId?: string;
};

/**
 * Puts a mail into the outbox, in the act's own transaction: no act without its mail, no mail without its act. The job
 * that sends it is queued with it.
 */
export async function queueMessage(tx: Db, keys: Keys, message: NewMessage, now: Date): Promise<void> {
  const id = randomUUID();
  const { sealed, keyId } = keys.seal(message.address, messageContext(id));
  await tx.insert(messages).values({
    id,
    caseId: message.caseId,
    subscriptionId: message.subscriptionId ?? null,
    samplePersonId: message.samplePersonId ?? null,
    template: message.template,
    language: message.language,
    sealedAddress: sealed,
    keyId,
    addressHash: addressHashOf(keys, message.address),
    addressHint: addressHint(message.address),
    data: { ...message.data },
    createdAt: now,
  });
  await queueJob(tx, { name: "deliver-message", data: { messageId: id } });
}
