import { and, eq, isNull, ne } from "drizzle-orm";
import { caseLinks, cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { type Actor, recordEvent } from "../audit/index.server.ts";

/**
 * The refusal of a case as a duplicate (R05) does not come about, so it follows no other case any more. Each link taken
 * back is an event.
 * @param leadId of the case it goes on to follow, when the act that overtook the proposal said so itself
 */
export async function unlinkDuplicate(tx: Db, by: Actor, caseId: string, now: Date, leadId: string | null = null): Promise<void> {
  const taken = await tx
    .update(caseLinks)
    .set({ undoneAt: now, undoneById: typeof by === "string" ? null : by.id })
    .where(
      and(
        eq(caseLinks.caseId, caseId),
        eq(caseLinks.kind, "duplicate"),
        isNull(caseLinks.undoneAt),
        leadId === null ? undefined : ne(caseLinks.otherId, leadId),
      ),
    )
    .returning({ id: caseLinks.id });
  if (taken.length === 0) return;
  await tx.update(cases).set({ duplicateOfId: leadId }).where(eq(cases.id, caseId));
  for (const _ of taken) {
    await recordEvent(tx, by, { act: "case.unlinked", subject: "case", subjectId: caseId, data: { kind: "duplicate" } }, now);
  }
}
