import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findRound } from "./find-round.server.ts";
import { moveRound } from "./move-round.server.ts";

/** Takes a round back from approval, or after it, to change it once more; then it has to be approved again. */
export async function withdrawRound(db: Db, by: Official, slug: string, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.manage", round.authority.id)) return refuse("survey.not_yours");

    if (!(await moveRound(tx, round, ["to_approve", "approved"], "drafting"))) return refuse("survey.not_handed_in");
    await recordEvent(tx, by, { act: "round.withdrawn", subject: "round", subjectId: round.id }, now);
    return done({ slug: round.slug });
  });
}
