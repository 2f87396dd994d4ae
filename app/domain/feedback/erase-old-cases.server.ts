import { and, asc, inArray, isNull, lt, ne } from "drizzle-orm";
import { answerDocuments, assignments, attachments, caseIdentities, caseMessages, caseNotes, cases, messages, replies } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay, startOfCivilDay } from "../calendar/civil-day.ts";
import type { FileStore } from "../file-store.ts";
import { caseTermYears } from "./vocabulary.ts";

/** A hash that no key has: the receipt of an erased case opens nothing. */
const erasedHash = "0".repeat(64);

/** Cases erased in one run; what is left waits for the next. */
const atOnce = 200;

/**
 * Keeps the term told at /quyen-rieng-tu: of a case closed ten years ago, who sent it, its words, thread, notes, mails
 * and files that were never public go. The row without words stays for the figures, and so do the public copy, which
 * names nobody, and its photos. Files go before the commit, so that a run that breaks off is done again whole.
 * @returns how many cases were erased
 */
export async function eraseOldCases(db: Db, files: FileStore, now = new Date()): Promise<number> {
  const [year = "", ...monthAndDay] = civilDay(now).split("-");
  const before = startOfCivilDay([Number(year) - caseTermYears, ...monthAndDay].join("-"));

  return db.transaction(async (tx) => {
    const old = await tx
      .select({ id: cases.id })
      .from(cases)
      .where(and(lt(cases.closedAt, before), ne(cases.receiptHash, erasedHash)))
      .orderBy(asc(cases.closedAt))
      .limit(atOnce)
      .for("update", { skipLocked: true });
    const ids = old.map(({ id }) => id);
    if (ids.length === 0) return 0;

    for (const table of [caseIdentities, caseMessages, caseNotes, messages, replies]) await tx.delete(table).where(inArray(table.caseId, ids));
    await tx.update(assignments).set({ note: null, bounceReason: null }).where(inArray(assignments.caseId, ids));
    await tx.update(attachments).set({ fileName: "" }).where(inArray(attachments.caseId, ids));
    const unseen = await tx
      .delete(attachments)
      .where(and(inArray(attachments.caseId, ids), isNull(attachments.publicKey)))
      .returning({ key: attachments.storageKey });
    // Of documents the pictures that are public stay; the file, and what was never public, goes.
    const documents = await tx.select().from(answerDocuments).where(inArray(answerDocuments.caseId, ids));
    await tx.delete(answerDocuments).where(and(inArray(answerDocuments.caseId, ids), isNull(answerDocuments.publicKey)));
    await tx.update(answerDocuments).set({ fileName: "", boxes: [], kept: [], problem: "erased" }).where(inArray(answerDocuments.caseId, ids));
    await tx.update(cases).set(withoutWords).where(inArray(cases.id, ids));
    for (const id of ids) await recordEvent(tx, "portal", { act: "case.erase", subject: "case", subjectId: id }, now);
    for (const { key } of unseen) await files.remove(key);
    for (const { storageKey, renditionKey, publicKey } of documents) {
      await files.remove(storageKey);
      if (renditionKey && !publicKey) await files.remove(renditionKey);
    }
    return ids.length;
  });
}

const withoutWords = {
  subject: "",
  body: "",
  searchText: "",
  place: null,
  happenedOn: null,
  refusalText: null,
  supplementRequest: null,
  externalLetter: null,
  ratingComment: null,
  receiptHash: erasedHash,
} as const;
