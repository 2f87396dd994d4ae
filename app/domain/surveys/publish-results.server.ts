import { desc, eq } from "drizzle-orm";
import { resultEditions, resultSnapshots } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findRound } from "./find-round.server.ts";
import { lastHandIn } from "./hand-in.server.ts";
import { moveRound } from "./move-round.server.ts";
import { publishRoundCopy } from "./publish-round-copy.server.ts";

/**
 * A leader approves what was computed last, and it becomes the next edition of the round's results: the first one, or a
 * correction. Never the person who computed it (or, in rounds of before, who closed it).
 * @param seen what was computed when the leader read it (`findHandIn`); where it was computed anew since, `survey.changed_meanwhile`
 */
export async function publishResults(db: Db, by: Official, slug: string, seen: number, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.approve", round.authority.id)) return refuse("survey.not_yours_to_approve");
    if (!(await moveRound(tx, round, ["to_approve_results", "correction_to_approve"], "published", { correctionVi: null, correctionEn: null })))
      return refuse("survey.not_computed");
    const handIn = await lastHandIn(tx, round.id, ["results"]);
    if (handIn.officialId === by.id) return refuse("survey.four_eyes");
    if (handIn.seq !== seen) return refuse("survey.changed_meanwhile");

    const [snapshot] = await tx
      .select({ id: resultSnapshots.id, version: resultSnapshots.version })
      .from(resultSnapshots)
      .where(eq(resultSnapshots.roundId, round.id))
      .orderBy(desc(resultSnapshots.version))
      .limit(1);
    if (!snapshot) throw new Error(`The round ${slug} was never computed`);
    const [before] = await tx
      .select({ edition: resultEditions.edition })
      .from(resultEditions)
      .where(eq(resultEditions.roundId, round.id))
      .orderBy(desc(resultEditions.edition))
      .limit(1);
    const edition = (before?.edition ?? 0) + 1;
    await tx.insert(resultEditions).values({ roundId: round.id, edition, snapshotId: snapshot.id, publishedAt: now });

    const data = { edition, version: snapshot.version };
    await recordEvent(tx, by, { act: edition === 1 ? "round.published" : "round.corrected", subject: "round", subjectId: round.id, data }, now);
    await publishRoundCopy(tx, by, round, "published", now);
    return done({ slug: round.slug, edition });
  });
}
