import { and, eq, inArray } from "drizzle-orm";
import { rounds } from "#db/schema/index.ts";
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
