import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findRound } from "./find-round.server.ts";
import { moveRound } from "./move-round.server.ts";

/** A leader gives a round back to be set up otherwise. @param reason for its manager, shown on the round's page in the office */
export async function returnRound(db: Db, by: Official, slug: string, reason: string, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.approve", round.authority.id)) return refuse("survey.not_yours_to_approve");

    if (!(await moveRound(tx, round, ["to_approve"], "drafting", { returnReason: reason }))) return refuse("survey.not_handed_in");
    await recordEvent(tx, by, { act: "round.returned", subject: "round", subjectId: round.id }, now);
    return done({ slug: round.slug });
  });
}
