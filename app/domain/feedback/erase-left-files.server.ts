import { and, asc, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { answerDocuments, attachments, cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { eachInTurn } from "../each-in-turn.ts";
import type { FileStore } from "../file-store.ts";
import { erasedHash } from "./erase-old-cases.server.ts";

/** Files removed in one run; what is left waits for the next. */
const atOnce = 5_000;

/** So many files in a row that cannot be removed: the store is away, and the rest waits. */
const awayAfter = 10;

/**
 * Removes the files of erased cases that are not public. The rows say which are left: a row goes in the transaction in
 * which its file went, so that after a crash, or while the store is away, the next run finds it again; to remove a file
 * twice does no harm. No lock but that of its row is held while the store is asked.
 * @returns how many photos and documents went
 */
export async function eraseLeftFiles(db: Db, files: FileStore): Promise<number> {
  const left = [
    ...(await photosLeft(db)).map(
      ({ key }) =>
        () =>
          erasePhoto(db, files, key),
    ),
    ...(await documentsLeft(db)).map(
      ({ id }) =>
        () =>
          eraseDocument(db, files, id),
    ),
  ];
  let erased = 0;
  let failedInRow = 0;
  await eachInTurn(left, async (erase) => {
    if (failedInRow >= awayAfter) return;
    failedInRow += 1;
    if (await erase()) erased += 1;
    failedInRow = 0;
  });
  return erased;
}

const ofErased = and(eq(attachments.caseId, cases.id), eq(cases.receiptHash, erasedHash));

const photosLeft = (db: Db) =>
  db
    .selectDistinct({ key: attachments.storageKey })
    .from(attachments)
    .innerJoin(cases, ofErased)
    .where(isNull(attachments.publicKey))
    .orderBy(asc(attachments.storageKey))
    .limit(atOnce);

/** Parts of a split case share their photos: the file stays while it is public, or a case that is not erased has it. */
async function erasePhoto(db: Db, files: FileStore, key: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const rows = await tx
      .select({ id: attachments.id, erased: sql<boolean>`${cases.receiptHash} = ${erasedHash} and ${attachments.publicKey} is null` })
      .from(attachments)
      .innerJoin(cases, eq(attachments.caseId, cases.id))
      .where(eq(attachments.storageKey, key))
      .for("update", { of: attachments });
    const over = rows.flatMap(({ id, erased }) => (erased ? [id] : []));
    if (over.length === 0) return false;
    if (over.length === rows.length) await files.remove(key);
    await tx.delete(attachments).where(inArray(attachments.id, over));
    return true;
  });
}

const isLeft = and(eq(answerDocuments.problem, "erased"), or(isNull(answerDocuments.publicKey), ne(answerDocuments.storageKey, "")));

const documentsLeft = (db: Db) =>
  db.select({ id: answerDocuments.id }).from(answerDocuments).where(isLeft).orderBy(asc(answerDocuments.id)).limit(atOnce);

/** Of a document whose pictures are public those stay, and its row, which has no file any more. */
async function eraseDocument(db: Db, files: FileStore, id: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const own = eq(answerDocuments.id, id);
    const [found] = await tx.select().from(answerDocuments).where(and(own, isLeft)).for("update");
    if (!found) return false;
    const { storageKey, renditionKey, publicKey } = found;
    if (storageKey) await files.remove(storageKey);
    if (renditionKey && !publicKey) await files.remove(renditionKey);
    if (publicKey) await tx.update(answerDocuments).set({ storageKey: "" }).where(own);
    else await tx.delete(answerDocuments).where(own);
    return true;
  });
}
