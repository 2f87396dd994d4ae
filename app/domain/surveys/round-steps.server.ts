import { and, asc, eq, like } from "drizzle-orm";
import { auditEvents, officials } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";

/** What was done with a round, by whom and when, as the trace has it. `name` is null where the portal did it. */
export type RoundStep = { act: string; name: string | null; at: Date };

/** Every act on a round, oldest first. For the office. */
export async function listRoundSteps(db: Db, roundId: string): Promise<RoundStep[]> {
  return db
    .select({ act: auditEvents.act, name: officials.name, at: auditEvents.at })
    .from(auditEvents)
    .leftJoin(officials, eq(officials.id, auditEvents.officialId))
    .where(and(eq(auditEvents.subject, "round"), eq(auditEvents.subjectId, roundId), like(auditEvents.act, "round.%")))
    .orderBy(asc(auditEvents.seq));
}
