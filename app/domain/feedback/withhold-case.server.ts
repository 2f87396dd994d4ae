import type { Db } from "#db/schema/handle.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { withdrawPublicCopy } from "../publishing/index.server.ts";
import { tellSender } from "./identity.server.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { takeCase } from "./take-case.server.ts";
import { tellFollowers } from "./tell-duplicates.server.ts";
import { type WithholdReason, withholdReasons } from "./vocabulary.ts";

/** A leader decides that an answer stays between the office and the sender. It is counted, and nothing else is public. */
export async function withholdCase(
  db: Db,
  keys: Keys,
  by: Official,
  code: string,
  what: { reason: WithholdReason; revision?: number | undefined },
  now = new Date(),
) {
  if (!withholdReasons.includes(what.reason)) return refuse("text.missing");
  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "withhold", code, what.revision);
    if (!taken.ok) return taken;

    const moved = await moveCase(tx, by, taken.value, "withhold", { set: { withholdReason: what.reason }, data: { reason: what.reason } }, now);
    if (!moved.ok) return moved;
    const theCase = moved.value.moved;
    // An earlier answer may be public: the case was opened again since.
    await withdrawPublicCopy(tx, by, "case", theCase.code, what.reason, now);
    await tellSender(tx, keys, theCase, { template: "case_withheld", data: { code: theCase.code, reason: what.reason } }, now);
    await tellFollowers(tx, keys, theCase, "withheld", now);
    return standing(theCase);
  });
}
