import { and, inArray, lt, sql } from "drizzle-orm";
import { remarks, rounds, sheetTexts } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { remarkTermMonths } from "./vocabulary.ts";

/**
 * Keeps the term told at /quyen-rieng-tu: so many months after its round ended an open answer is gone, and with it what
 * was written about publishing it. Published words stay public; so does what the answers were about, in numbers.
 * @param today in Vietnam
 * @returns how many answers went
 */
export async function eraseOldRemarks(tx: Db, today: string): Promise<number> {
  const over = tx
    .select({ id: rounds.id })
    .from(rounds)
    .where(lt(rounds.closesOn, sql`(${today}::date - ${sql.raw(`interval '${remarkTermMonths} months'`)})::date`));
  const [gone] = await tx.execute<{ n: number }>(
    sql`with gone as (delete from ${sheetTexts} where ${inArray(sheetTexts.roundId, over)} returning 1) select count(*)::int as n from gone`,
  );
  if (!gone || gone.n === 0) return 0;
  await tx
    .update(remarks)
    .set({ state: sql`case when ${remarks.state} = 'proposed' then 'read' else ${remarks.state} end`, publicText: null, kept: [], keptReason: null })
    .where(and(inArray(remarks.roundId, over), inArray(remarks.state, ["read", "proposed", "set_aside"])));
  return gone.n;
}
