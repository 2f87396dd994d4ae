import { and, inArray, isNotNull, lt, or, sql } from "drizzle-orm";
import { remarks, rounds, sheetTexts } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { remarkTermMonths } from "./vocabulary.ts";

/**
 * Keeps the term told at /quyen-rieng-tu: so many months after its round ended an open answer is gone.
 * @param today in Vietnam
 * @param atMost answers of one call; the caller asks again until there are none
 * @returns how many answers went
 */
export async function eraseOldAnswers(tx: Db, today: string, atMost: number): Promise<number> {
  const due = tx
    .select({ id: sheetTexts.id })
    .from(sheetTexts)
    .where(inArray(sheetTexts.roundId, over(tx, today)))
    .limit(atMost)
    .for("update", { skipLocked: true });
  const gone = await tx
    .delete(sheetTexts)
    .where(sql`${sheetTexts.id} = any(array${due})`)
    .returning({ id: sheetTexts.id });
  return gone.length;
}

/**
 * With the answer goes what was written about publishing it, also where that was taken back only after the answer had gone.
 * Published words stay public; so does what the answers were about, in numbers.
 * @param today in Vietnam
 * @param atMost remarks of one call; the caller asks again until there are none
 * @returns how many remarks lost their words
 */
export async function clearOldRemarks(tx: Db, today: string, atMost: number): Promise<number> {
  const due = tx
    .select({ id: remarks.id })
    .from(remarks)
    .where(
      and(
        inArray(remarks.roundId, over(tx, today)),
        inArray(remarks.state, ["read", "proposed", "set_aside"]),
        or(sql`${remarks.state} = 'proposed'`, isNotNull(remarks.publicText), isNotNull(remarks.keptReason), sql`${remarks.kept} <> '[]'::jsonb`),
      ),
    )
    .limit(atMost)
    .for("update", { skipLocked: true });
  const cleared = await tx
    .update(remarks)
    .set({ state: sql`case when ${remarks.state} = 'proposed' then 'read' else ${remarks.state} end`, publicText: null, kept: [], keptReason: null })
    .where(sql`${remarks.id} = any(array${due})`)
    .returning({ id: remarks.id });
  return cleared.length;
}

/** Rounds whose answers are over their term. */
const over = (tx: Db, today: string) =>
  tx
    .select({ id: rounds.id })
    .from(rounds)
    .where(lt(rounds.closesOn, sql`(${today}::date - ${sql.raw(`interval '${remarkTermMonths} months'`)})::date`));
