import { and, asc, eq, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { messages, rounds, sampleFrames, samplePeople } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay, plusDays, startOfCivilDay } from "../calendar/civil-day.ts";
import { eachInTurn } from "../each-in-turn.ts";
import { mailFailed } from "./people-due.server.ts";
import { contactTermDays } from "./vocabulary.ts";

/** Rounds of one run; what is left waits for the next. */
const atOnce = 200;

/**
 * Keeps the term told at /quyen-rieng-tu: thirty days after a round ended nobody who was drawn can be named, nor told
 * whether they answered. What was counted stays. Each round is a transaction of its own; one that fails keeps no other.
 * @returns how many people were forgotten
 */
export async function forgetPeople(db: Db, now: Date): Promise<number> {
  const lastDay = plusDays(civilDay(now), -contactTermDays);
  const over = await db
    .select({ id: sampleFrames.id })
    .from(sampleFrames)
    .innerJoin(rounds, eq(rounds.id, sampleFrames.roundId))
    .where(and(isDrawn, or(lt(rounds.closesOn, lastDay), lt(rounds.closedAt, startOfCivilDay(lastDay)))))
    .orderBy(asc(sampleFrames.id))
    .limit(atOnce);
  let forgotten = 0;
  await eachInTurn(over, async ({ id }) => {
    forgotten += await db.transaction((tx) => forgetDrawn(tx, id, now));
  });
  return forgotten;
}

const isDrawn = and(isNotNull(sampleFrames.drawnAt), isNull(sampleFrames.erasedOn));

async function forgetDrawn(tx: Db, frameId: string, now: Date): Promise<number> {
  const [frame] = await tx
    .update(sampleFrames)
    .set({ erasedOn: civilDay(now) })
    .where(and(eq(sampleFrames.id, frameId), isDrawn))
    .returning({ roundId: sampleFrames.roundId });
  // Another node was faster.
  if (!frame) return 0;
  const own = eq(samplePeople.frameId, frameId);
  await tx.update(samplePeople).set({ delivery: "returned" }).where(and(own, mailFailed));
  await tx.delete(messages).where(inArray(messages.samplePersonId, sql`(select id from ${samplePeople} where frame_id = ${frameId})`));
  const erased = await tx.update(samplePeople).set({ sealed: null, keyId: null, slipId: null }).where(own).returning({ id: samplePeople.id });
  const data = { count: erased.length };
  await recordEvent(tx, "portal", { act: "sample.people_erased", subject: "round", subjectId: frame.roundId, data }, now);
  return erased.length;
}
