import type { Db } from "#db/schema/handle.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import type { Official } from "../people/official.ts";
import { tellSender } from "./identity.server.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { takeCase } from "./take-case.server.ts";
import { unitWords } from "./unit-words.server.ts";

/** Work on a matter kept for study goes on, with a new clock for the answer. */
export async function resumeCase(db: Db, keys: Keys, by: Official, code: string, what: { revision?: number | undefined } = {}, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "resume", code, what.revision);
    if (!taken.ok) return taken;
    const moved = await moveCase(tx, by, taken.value, "resume", {}, now);
    if (!moved.ok) return moved;
    const theCase = moved.value.moved;
    const data = { code: theCase.code, ...(await unitWords(tx, theCase.unitVersionId)) };
    await tellSender(tx, keys, theCase, { template: "case_in_progress", data }, now);
    return standing(theCase);
  });
}
