import { and, desc, eq } from "drizzle-orm";
import { auditEvents, rounds } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findRound } from "./find-round.server.ts";
import { publishRoundCopy } from "./publish-round-copy.server.ts";

/** A leader approves the results of a closed round and they count as published. Never the person who closed it. */
export async function publishResults(db: Db, by: Official, slug: string, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.approve", round.authority.id)) return refuse("survey.not_yours_to_approve");
    if ((await whoClosed(tx, round.id)) === by.id) return refuse("survey.four_eyes");

    const [published] = await tx
      .update(rounds)
      .set({ state: "published", stage: "published" })
      .where(and(eq(rounds.id, round.id), eq(rounds.state, "closed")))
      .returning();
    if (!published) return refuse("survey.not_closed");

    await recordEvent(tx, by, { act: "round.published", subject: "round", subjectId: round.id }, now);
    await publishRoundCopy(tx, by, round, "published", now);
    return done({ slug: round.slug });
  });
}

async function whoClosed(tx: Db, roundId: string): Promise<string | null> {
  const [event] = await tx
    .select({ officialId: auditEvents.officialId })
    .from(auditEvents)
    .where(and(eq(auditEvents.subject, "round"), eq(auditEvents.subjectId, roundId), eq(auditEvents.act, "round.closed")))
    .orderBy(desc(auditEvents.seq))
    .limit(1);
  return event?.officialId ?? null;
}
