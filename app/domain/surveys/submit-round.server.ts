import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findRound } from "./find-round.server.ts";
import { moveRound } from "./move-round.server.ts";

/** Hands a drawn-up round in for approval. Until it comes back nobody changes it. */
export async function submitRound(db: Db, by: Official, slug: string, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.manage", round.authority.id)) return refuse("survey.not_yours");
    if (round.closesOn < civilDay(now)) return refuse("survey.over_already");

    if (!(await moveRound(tx, round, ["drafting"], "to_approve", { returnReason: null }))) return refuse("survey.not_drafting");
    await recordEvent(tx, by, { act: "round.submitted", subject: "round", subjectId: round.id }, now);
    return done({ slug: round.slug });
  });
}
