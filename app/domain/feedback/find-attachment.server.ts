import { and, eq, isNull, sql } from "drizzle-orm";
import { answerDocuments, attachments, cases, publicCopies } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Official } from "../people/official.ts";
import { readableBy } from "./scope.server.ts";

/** Where a photo lies. `fileName` is the sender's own word: for officials and the sender, never for the public. */
export type StoredPhoto = { storageKey: string; mime: string; bytes: number; fileName: string };

const columns = { storageKey: attachments.storageKey, mime: attachments.mime, bytes: attachments.bytes, fileName: attachments.fileName };
const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** A photo of a case the official may read. */
export async function findAttachment(db: Db, by: Official, id: string): Promise<StoredPhoto | undefined> {
  if (!isUuid(id)) return undefined;
  const [photo] = await db
    .select(columns)
    .from(attachments)
    .innerJoin(cases, eq(attachments.caseId, cases.id))
    .where(and(eq(attachments.id, id), readableBy(by)));
  return photo;
}

/** A photo or rendition everybody may see: it has a public key, and the public copy of its case is shown and names it. */
export async function findPublicAttachment(db: Db, key: string): Promise<Omit<StoredPhoto, "fileName"> | undefined> {
  if (key.endsWith(".pdf")) return findRendition(db, key);
  const [photo] = await db
    .select({ storageKey: attachments.storageKey, mime: attachments.mime, bytes: attachments.bytes })
    .from(attachments)
    .innerJoin(cases, eq(attachments.caseId, cases.id))
    .innerJoin(publicCopies, and(eq(publicCopies.kind, "case"), eq(publicCopies.slug, cases.code)))
    .where(
      and(
        eq(attachments.publicKey, key),
        isNull(publicCopies.hiddenAt),
        sql`${publicCopies.content} -> 'photos' @> ${JSON.stringify([{ key }])}::jsonb`,
      ),
    );
  return photo;
}

/** Of a document only the pictures made of it, never the file. */
async function findRendition(db: Db, key: string): Promise<Omit<StoredPhoto, "fileName"> | undefined> {
  const [found] = await db
    .select({ storageKey: answerDocuments.renditionKey, bytes: answerDocuments.renditionBytes })
    .from(answerDocuments)
    .innerJoin(cases, eq(answerDocuments.caseId, cases.id))
    .innerJoin(publicCopies, and(eq(publicCopies.kind, "case"), eq(publicCopies.slug, cases.code)))
    .where(
      and(
        eq(answerDocuments.publicKey, key),
        isNull(publicCopies.hiddenAt),
        sql`${publicCopies.content} -> 'documents' @> ${JSON.stringify([{ key }])}::jsonb`,
      ),
    );
  return found?.storageKey && found.bytes ? { storageKey: found.storageKey, bytes: found.bytes, mime: "application/pdf" } : undefined;
}
