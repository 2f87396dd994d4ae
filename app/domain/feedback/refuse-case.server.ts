import type { Db } from "#db/schema/handle.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import type { Official } from "../people/official.ts";
import { tellSender } from "./identity.server.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { takeCase } from "./take-case.server.ts";
import { messageMaxLength, reasonMinLength, type RefusalReason } from "./vocabulary.ts";
import { written } from "./written.ts";

/** Turns a case down for one of the coded reasons (domain.md 4.3). The public counts the code; the text is the sender's. */
export async function refuseCase(
  db: Db,
  keys: Keys,
  by: Official,
  code: string,
  what: { reason: RefusalReason; text: string; revision?: number | undefined },
  now = new Date(),
) {
  const text = written(what.text, { min: reasonMinLength, max: messageMaxLength });
  if (!text.ok) return text;

  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "refuse", code, what.revision);
    if (!taken.ok) return taken;

    const set = { refusalReason: what.reason, refusalText: text.value, closedAt: now };
    const moved = await moveCase(tx, by, taken.value, "refuse", { set, data: { reason: what.reason } }, now);
    if (!moved.ok) return moved;
    const theCase = moved.value.moved;
    await tellSender(tx, keys, theCase, { template: "case_refused", data: { code: theCase.code, reason: what.reason, text: text.value } }, now);
    return standing(theCase);
  });
}
