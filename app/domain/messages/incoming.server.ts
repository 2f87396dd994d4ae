import { and, asc, eq } from "drizzle-orm";
import { incomingMails } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Keys } from "../keys.ts";
import type { IncomingKind } from "./vocabulary.ts";

const mailContext = (id: string) => `incoming:${id}`;

/** A mail of which something is to be made. `caseId`: it answers this case, whose thread takes nothing more. */
export type IncomingMail = { id: string; raw: Buffer; caseId: string | null; receivedAt: Date };

/**
 * Keeps a mail that came in, once however often it comes: the Message-ID decides, else the whole mail. One of which
 * something is still to be made is kept sealed as it came. Undefined when it was there already.
 * @param mail `identity` its Message-ID or, where it has none, its text
 */
export async function keepIncomingMail(
  tx: Db,
  keys: Keys,
  mail: { identity: string; raw: Buffer; kind: IncomingKind; caseId?: string | undefined },
  now: Date,
): Promise<{ id: string } | undefined> {
  const id = crypto.randomUUID();
  const waiting = mail.kind === "message" || mail.kind === "reply";
  const sealed = waiting ? keys.seal(mail.raw.toString("base64"), mailContext(id)) : undefined;
  const [kept] = await tx
    .insert(incomingMails)
    .values({
      id,
      messageHash: keys.fingerprint("incoming-mail", mail.identity),
      kind: mail.kind,
      state: waiting ? "waiting" : "done",
      sealedMail: sealed?.sealed ?? null,
      keyId: sealed?.keyId ?? null,
      caseId: mail.caseId ?? null,
      createdAt: now,
    })
    .onConflictDoNothing()
    .returning({ id: incomingMails.id });
  return kept;
}

/** Mails of which nothing was made yet, oldest first. */
export async function listWaitingMails(db: Db, keys: Keys, limit = 50): Promise<IncomingMail[]> {
  const rows = await db
    .select()
    .from(incomingMails)
    .where(eq(incomingMails.state, "waiting"))
    .orderBy(asc(incomingMails.createdAt), asc(incomingMails.id))
    .limit(limit);
  return rows.flatMap(({ id, sealedMail, caseId, createdAt }) =>
    sealedMail ? [{ id, raw: Buffer.from(keys.unseal(sealedMail, mailContext(id)), "base64"), caseId, receivedAt: createdAt }] : [],
  );
}

/** Takes away which case a mail is about: it must not be found with it. */
export async function unlinkIncomingMail(tx: Db, id: string): Promise<void> {
  await tx.update(incomingMails).set({ caseId: null }).where(eq(incomingMails.id, id));
}

/**
 * Something was made of a mail, or an official put it aside: its text is forgotten here. In the transaction that makes
 * the case, so that no mail makes two. @returns false when it was settled already
 */
export async function settleIncomingMail(tx: Db, id: string, caseId: string | null): Promise<boolean> {
  const [settled] = await tx
    .update(incomingMails)
    .set({ state: "done", sealedMail: null, keyId: null, caseId })
    .where(and(eq(incomingMails.id, id), eq(incomingMails.state, "waiting")))
    .returning({ id: incomingMails.id });
  return settled !== undefined;
}
