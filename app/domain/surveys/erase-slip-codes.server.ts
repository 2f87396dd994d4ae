import { and, inArray, isNotNull, lt, or, sql } from "drizzle-orm";
import { rounds, slips } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay, plusDays, startOfCivilDay } from "../calendar/civil-day.ts";
import { slipTermDays } from "./vocabulary.ts";

/**
 * Keeps the term told at /quyen-rieng-tu: ninety days after a round ended, by its last day or because somebody closed it
 * before, the codes of its slips go, and who handed them out. Rows without a code stay, for what was issued and answered.
 * @param tx a transaction; its last step is an event for each round
 * @param atMost slips of one call; the caller asks again until there are none
 * @returns how many slips lost their code
 */
export async function eraseSlipCodes(tx: Db, now: Date, atMost: number): Promise<number> {
  const lastDay = plusDays(civilDay(now), -slipTermDays);
  const ended = tx
    .select({ id: rounds.id })
    .from(rounds)
    .where(or(lt(rounds.closesOn, lastDay), lt(rounds.closedAt, startOfCivilDay(lastDay))));
  const due = tx
    .select({ id: slips.id })
    .from(slips)
    .where(and(inArray(slips.roundId, ended), isNotNull(slips.issuedById)))
    .limit(atMost)
    .for("update", { skipLocked: true });
  const erased = await tx
    .update(slips)
    .set({ codeHash: sql`'erased ' || ${slips.id}`, issuedById: null })
    .where(sql`${slips.id} = any(array${due})`)
    .returning({ roundId: slips.roundId });

  const counts = new Map<string, number>();
  for (const { roundId } of erased) counts.set(roundId, (counts.get(roundId) ?? 0) + 1);
  for (const [subjectId, count] of counts) {
    await recordEvent(tx, "portal", { act: "slips.codes_erased", subject: "slip", subjectId, data: { count } }, now);
  }
  return erased.length;
}
