import { join, resolve } from "node:path";
import { deliver, type SendMessage } from "#app/domain/messages/index.server.ts";
import { queueJob } from "#app/domain/queue-job.server.ts";
import { openMail } from "#app/mail/transport.server.ts";
import type { Portal } from "#app/platform/portal.server.ts";

const senders = new WeakMap<Portal, SendMessage>();

/** Where mail is kept in a world without SMTP. */
export const mailboxFolder = ({ settings }: Pick<Portal, "settings">) => join(resolve(settings.DATA_DIR), "mailbox");

/**
 * Sends one mail of the outbox. What failed for now gets a job of its own for the next try; what failed for good is
 * noted with the message and shown to the sender and the office.
 */
export async function deliverMessage(portal: Portal, messageId: string): Promise<void> {
  const { db, keys, log } = portal;
  const delivery = await deliver(db, keys, messageId, senderOf(portal), portal.now());
  if (delivery.fate === "deferred") await queueJob(db, { name: "deliver-message", data: { messageId } }, delivery.nextTryAt);
  if (delivery.fate === "failed" || delivery.fate === "uncertain") log.warn({ messageId, fate: delivery.fate }, "a mail could not be delivered");
}

function senderOf(portal: Portal): SendMessage {
  const { settings, publicUrl } = portal;
  const { SMTP_URL: smtpUrl, MAIL_FROM: from, MAIL_INBOX: inbox } = settings;
  const made = senders.get(portal) ?? openMail({ smtpUrl, from, inbox, publicUrl, mailbox: mailboxFolder(portal) });
  senders.set(portal, made);
  return made;
}
