import { and, eq, ne, sql } from "drizzle-orm";
import { replies } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay, plusDays } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { tellSender } from "./identity.server.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { roundOf } from "./reply.server.ts";
import { takeCase } from "./take-case.server.ts";
import { unitWords } from "./unit-words.server.ts";
import { ratingWindowDays } from "./vocabulary.ts";

/** A leader who neither wrote nor handled it approves the answer; it goes to the sender at once. */
export async function approveReply(db: Db, keys: Keys, by: Official, code: string, what: { revision?: number | undefined } = {}, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "approve_reply", code, what.revision);
    if (!taken.ok) return taken;
    const seen = taken.value;
    if (seen.handlerId === by.id) return refuse("case.four_eyes");

    const round = roundOf(seen);
    const [reply] = await tx
      .update(replies)
      .set({ state: "approved", approvedById: by.id, approvedAt: now, updatedAt: now })
      .where(
        and(
          eq(replies.caseId, seen.id),
          eq(replies.round, round),
          eq(replies.state, "submitted"),
          ne(replies.authorId, by.id),
          sql`${by.id}::uuid <> all (${replies.writerIds})`,
        ),
      )
      .returning();
    if (!reply) return refuse("case.four_eyes");

    const set = { answeredAt: now, conclusion: reply.conclusion };
    const moved = await moveCase(tx, by, seen, "approve_reply", { set, data: { round, conclusion: reply.conclusion } }, now);
    if (!moved.ok) return moved;
    const theCase = moved.value.moved;
    const rateUntil = plusDays(civilDay(now), ratingWindowDays);
    const data = { code: theCase.code, answer: reply.body, legalBasis: reply.legalBasis, rateUntil, ...(await unitWords(tx, theCase.unitVersionId)) };
    await tellSender(tx, keys, theCase, { template: "case_answered", data }, now);
    return standing(theCase);
  });
}
