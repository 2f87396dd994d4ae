import { and, eq, isNull } from "drizzle-orm";
import { assignments } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { tellSender } from "./identity.server.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { takeCase } from "./take-case.server.ts";
import { unitWords } from "./unit-words.server.ts";

/** A handler of the unit takes the case up; one whom the unit head named for it, nobody else. */
export async function takeUpCase(db: Db, keys: Keys, by: Official, code: string, what: { revision?: number | undefined } = {}, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "take_up", code, what.revision);
    if (!taken.ok) return taken;
    const seen = taken.value;
    if (seen.handlerId && seen.handlerId !== by.id) return refuse("case.other_handler");

    await tx
      .update(assignments)
      .set({ acceptedAt: now })
      .where(and(eq(assignments.caseId, seen.id), isNull(assignments.acceptedAt), isNull(assignments.bouncedAt)));
    const moved = await moveCase(tx, by, seen, "take_up", { set: { handlerId: by.id } }, now);
    if (!moved.ok) return moved;
    const theCase = moved.value.moved;
    const data = { code: theCase.code, ...(await unitWords(tx, theCase.unitVersionId)) };
    await tellSender(tx, keys, theCase, { template: "case_in_progress", data }, now);
    return standing(theCase);
  });
}
