import { and, desc, eq, inArray } from "drizzle-orm";
import { auditEvents, rounds } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Round } from "./find-round.server.ts";
import { type RoundStage, stateOfStage } from "./vocabulary.ts";

type Beside = Partial<typeof rounds.$inferInsert>;

/**
 * Moves a round on if it still stands at one of these stages, and gives true; of two who do it at once one gets false.
 * The public state goes with the stage.
 */
export async function moveRound(tx: Db, round: Round, from: readonly RoundStage[], to: RoundStage, beside: Beside = {}): Promise<boolean> {
  const moved = await tx
    .update(rounds)
    .set({ ...beside, stage: to, state: stateOfStage[to] })
    .where(and(eq(rounds.id, round.id), inArray(rounds.stage, [...from])))
    .returning({ id: rounds.id });
  return moved.length === 1;
}

/** Who did one of these acts with the round last, as the trace says; null where nobody did. */
export async function whoLast(tx: Db, roundId: string, acts: readonly string[]): Promise<string | null> {
  const [event] = await tx
    .select({ officialId: auditEvents.officialId })
    .from(auditEvents)
    .where(and(eq(auditEvents.subject, "round"), eq(auditEvents.subjectId, roundId), inArray(auditEvents.act, [...acts])))
    .orderBy(desc(auditEvents.seq))
    .limit(1);
  return event?.officialId ?? null;
}
