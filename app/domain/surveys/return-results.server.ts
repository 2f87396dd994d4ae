import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findRound } from "./find-round.server.ts";
import { moveRound } from "./move-round.server.ts";

/**
 * A leader does not approve what was computed: the sheets are checked again, or the correction is made otherwise. What was
 * computed stays on record and is shown to nobody outside.
 */
export async function returnResults(db: Db, by: Official, slug: string, reason: string, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.approve", round.authority.id)) return refuse("survey.not_yours_to_approve");

    const beside = { returnReason: reason };
    const returned =
      (await moveRound(tx, round, ["to_approve_results"], "to_check", beside)) ||
      (await moveRound(tx, round, ["correction_to_approve"], "correcting", beside));
    if (!returned) return refuse("survey.not_computed");
    await recordEvent(tx, by, { act: "round.results_returned", subject: "round", subjectId: round.id }, now);
    return done({ slug: round.slug });
  });
}
