import { and, desc, eq, inArray } from "drizzle-orm";
import { auditEvents, rounds } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";

/** Acts that put a round before a leader: its setup, a later last day, and what was computed (in rounds of before, at the close). */
const handIns = { setup: ["round.submitted"], extension: ["round.extension_asked"], results: ["round.computed", "round.closed"] } as const;

/** Who put the round before a leader last, and the number of that act in the trace; null and 0 where nobody did. */
export async function lastHandIn(
  db: Db,
  roundId: string,
  what: readonly (keyof typeof handIns)[],
): Promise<{ officialId: string | null; seq: number }> {
  const acts = what.flatMap((one) => handIns[one]);
  const [event] = await db
    .select({ officialId: auditEvents.officialId, seq: auditEvents.seq })
    .from(auditEvents)
    .where(and(eq(auditEvents.subject, "round"), eq(auditEvents.subjectId, roundId), inArray(auditEvents.act, acts)))
    .orderBy(desc(auditEvents.seq))
    .limit(1);
  return event ?? { officialId: null, seq: 0 };
}

/**
 * What a leader decides on: the number in the trace of the act that put the round before them. Nothing of it changes without
 * another such act, so a page carries this number and the decision names it. Read it before the rest of the page: then
 * what changes in between is refused, never approved unread. 0 where there is nothing to decide on.
 */
export async function findHandIn(db: Db, slug: string): Promise<number> {
  const [round] = await db.select({ id: rounds.id }).from(rounds).where(eq(rounds.slug, slug));
  return round ? (await lastHandIn(db, round.id, ["setup", "extension", "results"])).seq : 0;
}
