import PostalMime, { type Attachment, type Email } from "postal-mime";
import { type InboxPurpose, readInboxAddress, reasonOf } from "#app/domain/messages/index.server.ts";
import type { DeliveryReason } from "#app/domain/messages/vocabulary.ts";
import { loopMark, ownMessageId } from "./envelope.server.ts";
import { looksAutomatic } from "./automatic.ts";
import { readReport } from "./delivery-report.ts";
import { ownWords } from "./own-words.ts";
import { wordsOfHtml } from "./words-of-html.ts";

/** A report that a mail of ours did not arrive, or not yet. */
export type ReportedBounce = {
  /** From the return address; says which message it was. */
  token: string | undefined;
  /** Our message, by its Message-ID in what was sent back. */
  messageId: string | undefined;
  /** False: the server goes on trying. */
  final: boolean;
  /** The address is no good, rather than the server busy. */
  hard: boolean;
  code: string | null;
  reason: DeliveryReason;
};

export type ReadMail = {
  from: { name: string; address: string } | undefined;
  to: string[];
  subject: string;
  /** The whole text; of a mail that is only HTML, its words. */
  text: string;
  /** The same without what it quotes and the signature beneath. */
  ownText: string;
  attachments: { fileName: string; mime: string; content: Buffer }[];
  messageId: string | undefined;
  /** A program wrote it, or it came by a list: never answered, never a case. */
  isAutomatic: boolean;
  isBounce: boolean;
  bounce?: ReportedBounce;
  /** From the address it was sent to; to be checked with the portal's keys. */
  threadToken?: string;
  unsubscribeToken?: string;
};

/**
 * A mail as it came, read: never trusts what it says of itself beyond what the sender could know.
 * @param raw RFC 5322, as the mail server passes it on
 * @param own where the portal is reached, to know its own mails; `recipient` the address the server took it for
 */
export async function readIncomingMail(raw: Buffer, own: { publicUrl: string; recipient?: string | undefined }): Promise<ReadMail> {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: "arraybuffer" });
  const header = (name: string) => mail.headers.filter(({ key }) => key === name).map(({ value }) => value.trim());
  const to = recipientsOf(mail, [...header("delivered-to"), ...header("x-original-to"), ...header("envelope-to"), own.recipient ?? ""]);
  const tokens = new Map<InboxPurpose, string>();
  for (const address of to) {
    const read = readInboxAddress(address);
    if (read && !tokens.has(read.purpose)) tokens.set(read.purpose, read.token);
  }
  const from = mail.from?.address ? { name: mail.from.name, address: mail.from.address } : undefined;
  const messageId = mail.messageId?.trim() || undefined;
  const bounce = bounceOf(mail, tokens.get("bounce"), own.publicUrl);
  const ownLoop =
    header("x-loop").includes(loopMark(own.publicUrl)) || (messageId !== undefined && ownMessageId(messageId, own.publicUrl) !== undefined);
  const text = (mail.text ?? wordsOfHtml(mail.html ?? "")).replace(/\r\n?/g, "\n").trim();

  return {
    from,
    to,
    subject: (mail.subject ?? "").replace(/\s+/g, " ").trim(),
    text,
    ownText: ownWords(text),
    attachments: mail.attachments
      .filter(isFile)
      .map(({ filename, mimeType, content }) => ({ fileName: filename ?? "", mime: mimeType, content: bytesOf(content) })),
    messageId,
    isAutomatic: bounce !== undefined || tokens.has("bounce") || ownLoop || looksAutomatic(header, from?.address ?? "", mail.subject ?? ""),
    isBounce: bounce !== undefined,
    ...(bounce ? { bounce } : {}),
    ...(tokens.has("thread") ? { threadToken: tokens.get("thread") ?? "" } : {}),
    ...(tokens.has("unsubscribe") ? { unsubscribeToken: tokens.get("unsubscribe") ?? "" } : {}),
  };
}

function recipientsOf(mail: Email, others: readonly string[]): string[] {
  const named = [...(mail.to ?? []), ...(mail.cc ?? [])].flatMap((one) => (one.group ? one.group : [one])).map((one) => one.address);
  const bare = others.map((one) => one.replace(/^<|>$/g, ""));
  return [...new Set([...bare, ...named].filter((address) => address.includes("@")))];
}

/** RFC 3464 where the server keeps to it; else a plain letter to the return address with a code in it. */
function bounceOf(mail: Email, token: string | undefined, publicUrl: string): ReportedBounce | undefined {
  const report = readReport(mail.attachments.map((part) => ({ mime: part.mimeType, text: bytesOf(part.content).toString("utf8") })));
  const original = report?.originalId ?? "";
  const messageId = ownMessageId(original, publicUrl);
  const code = report?.code ?? (token ? (/\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(mail.text ?? "")?.[0] ?? null) : null);
  const ours = token !== undefined || messageId !== undefined;
  if (!ours || (!report && code === null)) return undefined;
  const final = report ? report.action === "failed" : (code?.startsWith("5") ?? false);
  return { token, messageId, final, hard: /(^|\s)5\.?\d/.test(code ?? ""), code, reason: reasonOf(code) };
}

const isFile = (part: Attachment) => !/^(message\/|text\/rfc822-headers)/.test(part.mimeType) && !part.related;

const bytesOf = (content: Attachment["content"]): Buffer =>
  typeof content === "string" ? Buffer.from(content, "utf8") : Buffer.from(content instanceof Uint8Array ? content : new Uint8Array(content));
