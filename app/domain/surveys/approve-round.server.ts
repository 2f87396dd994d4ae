import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findRound } from "./find-round.server.ts";
import { lastHandIn } from "./hand-in.server.ts";
import { moveRound } from "./move-round.server.ts";

/**
 * A leader approves how a round is set up: its manager may open it then. Never who handed it in.
 * @param seen what was handed in when the leader read it (`findHandIn`); where it was taken back and handed in anew, `survey.changed_meanwhile`
 */
export async function approveRound(db: Db, by: Official, slug: string, seen: number, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.approve", round.authority.id)) return refuse("survey.not_yours_to_approve");

    if (!(await moveRound(tx, round, ["to_approve"], "approved"))) return refuse("survey.not_handed_in");
    const handIn = await lastHandIn(tx, round.id, ["setup"]);
    if (handIn.officialId === by.id) return refuse("survey.four_eyes_setup");
    if (handIn.seq !== seen) return refuse("survey.changed_meanwhile");
    await recordEvent(tx, by, { act: "round.approved", subject: "round", subjectId: round.id }, now);
    return done({ slug: round.slug });
  });
}
