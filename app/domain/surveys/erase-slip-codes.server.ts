import { and, inArray, isNotNull, lt, or, sql } from "drizzle-orm";
import { rounds, slips } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay, plusDays, startOfCivilDay } from "../calendar/civil-day.ts";
import { slipTermDays } from "./vocabulary.ts";

/**
 * Keeps the term told at /quyen-rieng-tu: ninety days after a round ended, by its last day or because somebody closed it
 * before, the codes of its slips go, and who handed them out. Rows without a code stay, for what was issued and answered.
 * @returns how many slips lost their code
 */
export async function eraseSlipCodes(db: Db, now = new Date()): Promise<number> {
  const lastDay = plusDays(civilDay(now), -slipTermDays);
  return db.transaction(async (tx) => {
    const over = await tx
      .selectDistinct({ id: rounds.id })
      .from(rounds)
      .where(or(lt(rounds.closesOn, lastDay), lt(rounds.closedAt, startOfCivilDay(lastDay))));
    const ended = over.map(({ id }) => id);
    if (ended.length === 0) return 0;

    const erased = await tx
      .update(slips)
      .set({ codeHash: sql`'erased ' || ${slips.id}`, issuedById: null })
      .where(and(inArray(slips.roundId, ended), isNotNull(slips.issuedById)))
      .returning({ roundId: slips.roundId });
    for (const id of new Set(erased.map(({ roundId }) => roundId))) {
      const count = erased.filter(({ roundId }) => roundId === id).length;
      await recordEvent(tx, "portal", { act: "slips.codes_erased", subject: "slip", subjectId: id, data: { count } }, now);
    }
    return erased.length;
  });
}
