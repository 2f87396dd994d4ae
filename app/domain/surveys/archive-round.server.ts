import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findRound } from "./find-round.server.ts";
import { moveRound } from "./move-round.server.ts";
import { publishRoundCopy } from "./publish-round-copy.server.ts";

/** Puts a published round away. Its results stay readable and downloadable; it leaves the lists of what is new. */
export async function archiveRound(db: Db, by: Official, slug: string, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.manage", round.authority.id)) return refuse("survey.not_yours");

    if (!(await moveRound(tx, round, ["published"], "archived"))) return refuse("survey.not_published");
    await recordEvent(tx, by, { act: "round.archived", subject: "round", subjectId: round.id }, now);
    await publishRoundCopy(tx, by, round, "archived", now);
    return done({ slug: round.slug });
  });
}
