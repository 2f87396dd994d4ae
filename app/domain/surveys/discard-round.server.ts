import { and, eq } from "drizzle-orm";
import { kiosks, paperBatches, rounds, roundUnits, sampleFrames, slips } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findRound } from "./find-round.server.ts";

/** Takes a draft away for good; the trace keeps that it was there. Refused where a list or slips were made for it already. */
export async function discardRound(db: Db, by: Official, slug: string, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.manage", round.authority.id)) return refuse("survey.not_yours");

    const [locked] = await tx
      .select({ id: rounds.id })
      .from(rounds)
      .where(and(eq(rounds.id, round.id), eq(rounds.stage, "drafting")))
      .for("update");
    if (!locked) return refuse("survey.not_drafting");
    for (const table of [sampleFrames, slips, kiosks, paperBatches]) {
      const [used] = await tx.select({ roundId: table.roundId }).from(table).where(eq(table.roundId, round.id)).limit(1);
      if (used) return refuse("survey.draft_in_use");
    }

    await tx.delete(roundUnits).where(eq(roundUnits.roundId, round.id));
    await tx.delete(rounds).where(eq(rounds.id, round.id));
    await recordEvent(tx, by, { act: "round.discarded", subject: "round", subjectId: round.id, data: { slug: round.slug } }, now);
    return done({ slug: round.slug });
  });
}
