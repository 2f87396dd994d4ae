import { join, resolve } from "node:path";
import { deliver } from "#app/domain/messages/index.server.ts";
import { openMail, type SendMail } from "#app/mail/transport.server.ts";
import type { Portal } from "#app/platform/portal.server.ts";

const senders = new WeakMap<Portal, SendMail>();

/** Where mail is kept in a world without SMTP. */
export const mailboxFolder = ({ settings }: Pick<Portal, "settings">) => join(resolve(settings.DATA_DIR), "mailbox");

/**
 * Sends one mail of the outbox. A failure that may pass is thrown, so that the queue tries again later; what failed for
 * good is noted with the message and shown to the sender and the office.
 */
export async function deliverMessage(portal: Portal, messageId: string): Promise<void> {
  const { db, keys, log } = portal;
  const delivery = await deliver(db, keys, messageId, senderOf(portal), portal.now());
  if (delivery === "failed") log.warn({ messageId }, "a mail could not be delivered");
  if (delivery === "later") throw new Error(`Mail ${messageId} could not be sent yet`);
}

function senderOf(portal: Portal): SendMail {
  const { settings, publicUrl } = portal;
  const made = senders.get(portal) ?? openMail({ smtpUrl: settings.SMTP_URL, from: settings.MAIL_FROM, publicUrl, mailbox: mailboxFolder(portal) });
  senders.set(portal, made);
  return made;
}
