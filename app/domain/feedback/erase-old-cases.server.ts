import { and, asc, eq, isNull, lt, ne, sql } from "drizzle-orm";
import { answerDocuments, assignments, attachments, caseIdentities, caseMessages, caseNotes, cases, messages, replies } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { eachInTurn } from "../each-in-turn.ts";
import { caseTermYears } from "./vocabulary.ts";

/** A hash that no key has: the receipt of an erased case opens nothing. */
export const erasedHash = "0".repeat(64);

/** Cases erased in one run, about a minute's work; what is left waits for the next. */
const atOnce = 3_000;

/**
 * Keeps the term told at /quyen-rieng-tu: of a case closed ten years ago, who sent it, its words, thread, notes and mails
 * go. The row without words stays for the figures, and so do the public copy, which names nobody, and its photos. Files
 * that were never public are left to `eraseLeftFiles`. Each case is a transaction of its own; one that fails keeps no other.
 * @returns how many cases were erased
 */
export async function eraseOldCases(db: Db, now = new Date()): Promise<number> {
  // PostgreSQL takes ten years from 29 February as well.
  const before = sql`(${civilDay(now)}::date - make_interval(years => ${caseTermYears}))::timestamp at time zone 'Asia/Ho_Chi_Minh'`;
  const old = await db
    .select({ id: cases.id })
    .from(cases)
    .where(and(lt(cases.closedAt, before), ne(cases.receiptHash, erasedHash)))
    .orderBy(asc(cases.closedAt), asc(cases.id))
    .limit(atOnce);

  let erased = 0;
  await eachInTurn(old, async ({ id }) => {
    if (await db.transaction((tx) => eraseCase(tx, id, now))) erased += 1;
  });
  return erased;
}

/** False when another node was faster. */
async function eraseCase(tx: Db, id: string, now: Date): Promise<boolean> {
  const [taken] = await tx
    .update(cases)
    .set(withoutWords)
    .where(and(eq(cases.id, id), ne(cases.receiptHash, erasedHash)))
    .returning({ id: cases.id });
  if (!taken) return false;

  for (const table of [caseIdentities, caseMessages, caseNotes, messages, replies]) await tx.delete(table).where(eq(table.caseId, id));
  await tx.update(assignments).set({ note: null, bounceReason: null }).where(eq(assignments.caseId, id));
  await tx.update(attachments).set({ fileName: "" }).where(eq(attachments.caseId, id));
  // Of documents the pictures that are public stay, with their title.
  await tx.update(answerDocuments).set({ fileName: "", boxes: [], kept: [], problem: "erased" }).where(eq(answerDocuments.caseId, id));
  await tx
    .update(answerDocuments)
    .set({ title: "" })
    .where(and(eq(answerDocuments.caseId, id), isNull(answerDocuments.publicKey)));
  await recordEvent(tx, "portal", { act: "case.erase", subject: "case", subjectId: id }, now);
  return true;
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
