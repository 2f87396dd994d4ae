import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findRound } from "./find-round.server.ts";
import { freeze, mayBeShown } from "./freeze-results.server.ts";
import { moveRound } from "./move-round.server.ts";
import { listEarlierEditions } from "./set-aside.server.ts";
import { isStanding, listExclusions } from "./sheet-exclusions.server.ts";

/** Says that the sheets are checked: which are valid and which are not stands, and the figures may be computed. */
export async function finishCheck(db: Db, by: Official, slug: string, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const round = await findRound(tx, slug);
    if (!round) return refuse("survey.not_found");
    if (!mayIn(by, "surveys.manage", round.authority.id)) return refuse("survey.not_yours");

    if (!(await moveRound(tx, round, ["to_check"], "to_compute", { returnReason: null }))) return refuse("survey.not_checking");
    // An exclusion that stood may have been withdrawn, and what is left tells too much.
    if (!mayBeShown(await freeze(tx, round, { earlier: await listEarlierEditions(tx, round.id) }))) return refuse("survey.exclusion_too_few");
    const invalid = (await listExclusions(tx, round.id)).filter(isStanding).reduce((sum, { sheets }) => sum + sheets, 0);
    await recordEvent(tx, by, { act: "round.checked", subject: "round", subjectId: round.id, data: { invalid } }, now);
    return done({ slug: round.slug, invalid });
  });
}
