import { type DueMessage, inboxAddress } from "#app/domain/messages/index.server.ts";
import { renderMail } from "./render-mail.ts";

export type MailIdentity = {
  /** `Name <address>` mails come from. */
  from: string;
  publicUrl: string;
  /** Address whose `+…` variants reach `npm run receive-mail`; undefined: nothing that is sent back can be read. */
  inbox: string | undefined;
};

/** References a mail names; programs keep a thread together by its first and its last ones. */
const referencesMost = 10;

const hostOf = (publicUrl: string) => new URL(publicUrl).hostname;
const messageIdOf = (id: string, publicUrl: string) => `<${id}@${hostOf(publicUrl)}>`;

/** The message of ours a Message-ID names; undefined for anybody else's. */
export function ownMessageId(messageId: string, publicUrl: string): string | undefined {
  const [, id, host] = /<?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@([^<>\s@]+)>?/i.exec(messageId) ?? [];
  return id && host?.toLowerCase() === hostOf(publicUrl).toLowerCase() ? id.toLowerCase() : undefined;
}

/** What marks our mail, so that one of ours that comes back is known (as mailing lists do). */
export const loopMark = (publicUrl: string): string => hostOf(publicUrl);

/**
 * A message as nodemailer composes it: who it is from, that no person wrote it (RFC 3834), its thread, where answers
 * go or that none is read, how to end it by one press (RFC 8058), and the return address that tells which one came back.
 */
export function envelopeOf(message: DueMessage, identity: MailIdentity) {
  const { from, publicUrl, inbox } = identity;
  const { threadToken, unsubscribeToken, bounceToken, template } = message;
  const replyTo = inbox && threadToken ? inboxAddress(inbox, "thread", threadToken) : undefined;
  const earlier = message.earlier.map((id) => messageIdOf(id, publicUrl));
  const references = earlier.length > referencesMost ? [...earlier.slice(0, 1), ...earlier.slice(1 - referencesMost)] : earlier;
  const isNews = template === "subscription_digest";

  const headers: Record<string, string> = {
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "All",
    "X-Loop": loopMark(publicUrl),
    "Content-Language": message.language,
  };
  if (isNews) {
    headers.Precedence = "bulk";
    headers["List-Id"] = `<tin.${hostOf(publicUrl)}>`;
  }
  if (unsubscribeToken) {
    const byMail = inbox ? `, <mailto:${inboxAddress(inbox, "unsubscribe", unsubscribeToken)}?subject=unsubscribe>` : "";
    headers["List-Unsubscribe"] = `<${publicUrl}/api/mail/unsubscribe/${unsubscribeToken}>${byMail}`;
    headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
  }
  return {
    from,
    to: message.address,
    ...(replyTo ? { replyTo } : {}),
    ...(references.length > 0 ? { inReplyTo: references.at(-1) ?? "", references: references.join(" ") } : {}),
    messageId: messageIdOf(message.id, publicUrl),
    headers,
    envelope: { from: inbox ? inboxAddress(inbox, "bounce", bounceToken) : addressIn(from), to: [message.address] },
    disableFileAccess: true,
    disableUrlAccess: true,
    ...renderMail(message, publicUrl, replyTo !== undefined),
  };
}

/** The bare address of `Name <address>`. */
const addressIn = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
