import { and, eq } from "drizzle-orm";
import { replies } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { CaseRow } from "./take-case.server.ts";

export type ReplyRow = typeof replies.$inferSelect;

/** Answers are numbered: the first is 1; after a case was opened again the next one is written. */
export const roundOf = (theCase: Pick<CaseRow, "reopenedFrom">): number => theCase.reopenedFrom + 1;

/** The answer being written or given in the present round. */
export async function findReply(tx: Db, theCase: Pick<CaseRow, "id" | "reopenedFrom">): Promise<ReplyRow | undefined> {
  const [reply] = await tx
    .select()
    .from(replies)
    .where(and(eq(replies.caseId, theCase.id), eq(replies.round, roundOf(theCase))));
  return reply;
}
