import { and, asc, eq, sql } from "drizzle-orm";
import { answerDocuments, attachments, replies } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { openByReceipt, type Receipt } from "./receipt.server.ts";

/** A document of an answer, as its sender sees it listed. `round`: of the answer it belongs to. */
export type SenderDocument = { id: string; title: string; pages: number | null; bytes: number; round: number };

/** Where a file lies that a sender may open. `title`: what the office calls it; null for the sender's own photo. */
export type SenderFile = { storageKey: string; mime: string; bytes: number; title: string | null };

/** Documents that go with an answer which was given, unless the office keeps them to itself. What was erased is none. */
const givenTo = (caseId: string) =>
  and(
    eq(answerDocuments.caseId, caseId),
    eq(answerDocuments.forSender, true),
    sql`${answerDocuments.problem} is distinct from 'erased'`,
    sql`exists (select 1 from ${replies} where ${replies.caseId} = ${answerDocuments.caseId} and ${replies.round} = ${answerDocuments.round} and ${replies.state} = 'approved')`,
  );

/** The documents that a sender may open, oldest first. */
export const listSenderDocuments = (db: Db, caseId: string): Promise<SenderDocument[]> =>
  db
    .select({
      id: answerDocuments.id,
      title: answerDocuments.title,
      pages: answerDocuments.pages,
      bytes: answerDocuments.bytes,
      round: answerDocuments.round,
    })
    .from(answerDocuments)
    .where(givenTo(caseId))
    .orderBy(asc(answerDocuments.createdAt), asc(answerDocuments.id));

/**
 * A file for who holds the receipt of its case: a photo they sent, or a document of the answer as the office attached
 * it. Undefined for a wrong receipt, a file of another case, one that is not given to the sender, and any of a case that
 * left for the confidential procedure.
 */
export async function findSenderFile(db: Db, receipt: Receipt, id: string): Promise<SenderFile | undefined> {
  const found = await openByReceipt(db, receipt);
  if (!found || found.state === "CHUYEN_MAT" || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return undefined;
  const [photo] = await db
    .select({ storageKey: attachments.storageKey, mime: attachments.mime, bytes: attachments.bytes })
    .from(attachments)
    .where(and(eq(attachments.id, id), eq(attachments.caseId, found.id)));
  if (photo) return { ...photo, title: null };
  const [document] = await db
    .select({ storageKey: answerDocuments.storageKey, bytes: answerDocuments.bytes, title: answerDocuments.title })
    .from(answerDocuments)
    .where(and(eq(answerDocuments.id, id), givenTo(found.id)));
  return document && { ...document, mime: "application/pdf" };
}
