import { and, eq, gte, inArray, isNotNull, isNull, lt, lte, or, sql } from "drizzle-orm";
import { messages, rounds, sampleFrames, samplePeople, sampleStrata } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay, plusDays, startOfCivilDay } from "../calendar/civil-day.ts";
import { mailFailed } from "./people-due.server.ts";
import { contactTermDays, listKeptDays } from "./vocabulary.ts";

/**
 * Keeps the terms told at /quyen-rieng-tu: lists that nobody drew from go after a week; thirty days after a round ended
 * nobody who was drawn can be named, nor told whether they answered. What was counted stays.
 * @returns how many lists, and how many people
 */
export async function keepSamples(db: Db, now = new Date()): Promise<{ lists: number; people: number }> {
  const today = civilDay(now);
  return db.transaction(async (tx) => {
    const old = await tx
      .delete(sampleFrames)
      .where(and(isNull(sampleFrames.drawnAt), lte(sampleFrames.uploadedOn, plusDays(today, -listKeptDays - 1))))
      .returning({ roundId: sampleFrames.roundId });
    const roundIds = old.map(({ roundId }) => roundId);
    if (roundIds.length > 0) await tx.delete(sampleStrata).where(inArray(sampleStrata.roundId, roundIds));
    await forgetOrder(tx, today);

    let people = 0;
    const lastDay = plusDays(today, -contactTermDays);
    const over = await tx
      .selectDistinct({ id: sampleFrames.id, roundId: sampleFrames.roundId })
      .from(sampleFrames)
      .innerJoin(rounds, eq(rounds.id, sampleFrames.roundId))
      .where(
        and(
          isNotNull(sampleFrames.drawnAt),
          isNull(sampleFrames.erasedOn),
          or(lt(rounds.closesOn, lastDay), lt(rounds.closedAt, startOfCivilDay(lastDay))),
        ),
      );
    for (const { id, roundId } of over) {
      const own = eq(samplePeople.frameId, id);
      await tx.update(samplePeople).set({ delivery: "returned" }).where(and(own, mailFailed));
      await tx.delete(messages).where(inArray(messages.samplePersonId, sql`(select id from ${samplePeople} where frame_id = ${id})`));
      const erased = await tx.update(samplePeople).set({ sealed: null, keyId: null, slipId: null }).where(own).returning({ id: samplePeople.id });
      await tx.update(sampleFrames).set({ erasedOn: today }).where(eq(sampleFrames.id, id));
      await recordEvent(tx, "portal", { act: "sample.people_erased", subject: "round", subjectId: roundId, data: { count: erased.length } }, now);
      people += erased.length;
    }
    return { lists: old.length, people };
  });
}

/**
 * PostgreSQL keeps in each row the number of the transaction that wrote it last, and rows stand in the order in which they
 * were written. All used slips of drawn people are written anew together each night, in the order of their random ids, so
 * that neither says when they were used.
 */
async function forgetOrder(tx: Db, today: string): Promise<void> {
  const running = and(gte(rounds.closesOn, plusDays(today, -2)), inArray(rounds.state, ["open", "closed"]));
  await tx.execute(sql`
    with gone as (
      delete from slips where mode = 'sample' and state = 'used' and round_id in (select id from ${rounds} where ${running}) returning *
    )
    insert into slips select * from gone order by id`);
}
