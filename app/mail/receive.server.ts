import { type PreparedUpload, prepareUploads, writeByMail } from "#app/domain/feedback/index.server.ts";
import { maxAttachments } from "#app/domain/feedback/vocabulary.ts";
import { type Letter, sendCaseByMail } from "#app/domain/intake/index.server.ts";
import {
  type Bounce,
  keepIncomingMail,
  readToken,
  recordBounce,
  settleIncomingMail,
  unlinkIncomingMail,
  unsubscribe,
} from "#app/domain/messages/index.server.ts";
import type { IncomingKind } from "#app/domain/messages/vocabulary.ts";
import { takeTurn } from "#app/domain/rate-limit.server.ts";
import type { Portal } from "#app/platform/portal.server.ts";
import type { Db } from "#db/schema/handle.ts";
import { readIncomingMail, type ReadMail, type ReportedBounce } from "./read-incoming.server.ts";

export type Received = { kind: IncomingKind; again: boolean };

/** Mails one address may send in an hour: more is a program that answers programs, whatever it says of itself. */
const senderLimit = { name: "incoming-mail", points: 20, seconds: 3600 };

type Door = Pick<Portal, "db" | "keys" | "files" | "log" | "publicUrl" | "now">;

/**
 * Takes one mail from the mail server: a returned one changes its message's fate, one of a program is put aside, a
 * request to stop is done, an answer to a case goes into its thread, anything else becomes a case or is answered neutrally;
 * what can be neither waits for an official (`listWaitingMails`). All in one transaction with the note that it came, so that a mail delivered twice does
 * nothing twice; when this throws, nothing was kept and the mail server is to try again. What a program
 * wrote is never answered.
 * @param recipient the address the server took it for, where it tells
 */
export async function receiveMail(portal: Door, raw: Buffer, recipient?: string): Promise<Received> {
  const { db, keys, log, publicUrl } = portal;
  const now = portal.now();
  const mail = await readIncomingMail(raw, { publicUrl, recipient });
  const flood = mail.from !== undefined && !mail.isAutomatic && (await takeTurn(db, senderLimit, mail.from.address.toLowerCase())) > 0;

  const received = await db.transaction(async (tx) => {
    const bounce = mail.bounce && bounceOfOurs(portal, mail.bounce);
    const threadId = mail.threadToken ? readToken(keys, "thread", mail.threadToken) : undefined;
    const kind = kindOf(mail, { bounce: bounce !== undefined, thread: threadId !== undefined, flood });
    const identity = mail.messageId ?? raw.toString("base64");
    const kept = await keepIncomingMail(tx, keys, { identity, raw, kind, caseId: kind === "reply" ? threadId : undefined }, now);
    if (!kept) return { kind, again: true };
    if (kind === "bounce" && bounce && mail.bounce?.final) await recordBounce(tx, bounce, now);
    if (kind === "unsubscribe" && mail.unsubscribeToken) await unsubscribe(tx, keys, mail.unsubscribeToken, now);
    if (kind === "reply" && threadId) await intoThread(portal, tx, mail, threadId, kept.id);
    if (kind === "message" && mail.from) await intoCase(portal, tx, mail, mail.from, kept.id);
    return { kind, again: false };
  });
  log.info({ kind: received.kind, again: received.again, flood }, "a mail came in");
  return received;
}

/** What to make of it, in the order that keeps programs from talking to each other. */
function kindOf(mail: ReadMail, is: { bounce: boolean; thread: boolean; flood: boolean }): IncomingKind {
  if (is.bounce) return "bounce";
  if (mail.unsubscribeToken && !mail.isBounce) return "unsubscribe";
  if (mail.isAutomatic || is.flood) return "automatic";
  return is.thread ? "reply" : "message";
}

/** Into the thread; where the case takes nothing more, it goes on waiting for an official like any other mail. */
async function intoThread({ files, now }: Door, tx: Db, mail: ReadMail, caseId: string, mailId: string): Promise<void> {
  const { photos, others } = await photosOf(mail);
  const body = [mail.ownText, ...others.map((name) => `[${name}]`)].filter(Boolean).join("\n");
  const written = await writeByMail(tx, files, caseId, { body, photos }, now());
  if (written.ok) await settleIncomingMail(tx, mailId, caseId);
  else if (written.code === "case.not_found") await unlinkIncomingMail(tx, mailId);
}

/** A case of its own, or a neutral answer; what neither can be waits for an official. */
async function intoCase({ keys, files, now }: Door, tx: Db, mail: ReadMail, from: Letter["from"], mailId: string): Promise<void> {
  const { photos, others } = await photosOf(mail);
  const letter = { id: mailId, from, subject: mail.subject, body: mail.ownText, photos, leftOut: others.length };
  const sent = await sendCaseByMail(tx, keys, files, letter, now());
  if (sent.ok) await settleIncomingMail(tx, mailId, sent.value.caseId);
}

/** Photos as the portal keeps them; what is none is named in the text, so that nobody thinks it arrived. */
async function photosOf(mail: ReadMail) {
  const photos: PreparedUpload[] = [];
  const others: string[] = [];
  for (const { fileName, content } of mail.attachments) {
    const prepared = photos.length < maxAttachments ? await prepareUploads([{ fileName: fileName || "anh", content }]) : undefined;
    if (prepared?.ok) photos.push(...prepared.value);
    else others.push(fileName.replace(/[\r\n[\]]/g, " ").slice(0, 100) || "…");
  }
  return { photos, others };
}

function bounceOfOurs({ keys }: Door, { token, messageId, hard, code, reason }: ReportedBounce): Bounce | undefined {
  const id = (token ? readToken(keys, "bounce", token) : undefined) ?? messageId;
  return id ? { messageId: id, hard, code, reason } : undefined;
}
