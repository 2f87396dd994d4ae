import type { Db } from "#db/schema/handle.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import type { Official } from "../people/official.ts";
import { tellSender } from "./identity.server.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { decide, propose } from "./proposals.server.ts";
import { takeCase } from "./take-case.server.ts";
import { tellLead } from "./tell-duplicates.server.ts";
import { messageMaxLength, reasonMinLength, type RefusalReason } from "./vocabulary.ts";
import { written } from "./written.ts";

/**
 * The intake officer proposes to turn a case down for one of the coded reasons (domain.md 4.3), with the text for the
 * sender. Nothing is told yet and the two working days go on, until the Văn phòng confirms.
 */
export async function proposeRefusal(
  db: Db,
  by: Official,
  code: string,
  what: { reason: RefusalReason; text: string; revision?: number | undefined },
  now = new Date(),
) {
  const text = written(what.text, { min: reasonMinLength, max: messageMaxLength });
  if (!text.ok) return text;

  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "propose_refusal", code, what.revision);
    if (!taken.ok) return taken;
    return propose(tx, by, taken.value, "propose_refusal", { kind: "refusal", body: text.value, refusalReason: what.reason }, now);
  });
}

/**
 * The coordinator, who did not propose it, confirms a refusal (domain.md 7.3, transition 5). The public counts the code;
 * the text is the sender's.
 */
export async function confirmRefusal(db: Db, keys: Keys, by: Official, code: string, what: { revision?: number | undefined } = {}, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "refuse", code, what.revision);
    if (!taken.ok) return taken;
    const granted = await decide(tx, by, taken.value.id, "refusal", { state: "granted" }, now);
    if (!granted.ok) return granted;
    const { body, refusalReason } = granted.value;
    if (!refusalReason) throw new Error("A refusal was proposed without its reason");

    const set = { refusalReason, refusalText: body, closedAt: now };
    const moved = await moveCase(tx, by, taken.value, "refuse", { set, data: { reason: refusalReason } }, now);
    if (!moved.ok) return moved;
    const theCase = moved.value.moved;
    await tellSender(tx, keys, theCase, { template: "case_refused", data: { code: theCase.code, reason: refusalReason, text: body } }, now);
    if (refusalReason === "R05") await tellLead(tx, keys, theCase, now);
    return standing(theCase);
  });
}
