import { caseMessages } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { refuse } from "../outcome.ts";
import { findSuperior } from "./conflict.server.ts";
import { showReopened } from "./amend-public-copy.server.ts";
import { tellSender } from "./identity.server.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { type Receipt, takeByReceipt } from "./receipt.server.ts";
import { isLow, mayStillReopen } from "./rules.ts";
import { messageMaxLength, reasonMinLength } from "./vocabulary.ts";
import { written } from "./written.ts";

/**
 * After one or two stars the sender takes the answer to the superior unit, once, within fifteen days: the case lies with
 * the parent unit, which gives it to somebody who did not answer it. A new clock for the answer starts; the first answer
 * stays public meanwhile. Refused with `case.no_superior` where the unit has none of ours above it.
 */
export async function appealAnswer(db: Db, keys: Keys, receipt: Receipt, what: { reason: string }, now = new Date()) {
  const reason = written(what.reason, { min: reasonMinLength, max: messageMaxLength });
  if (!reason.ok) return reason;

  return inOneAct(db, async (tx) => {
    const taken = await takeByReceipt(tx, receipt, "appeal");
    if (!taken.ok) return taken;
    const seen = taken.value;
    if (seen.appealedUnitId) return refuse("case.already_appealed");
    if (!mayStillReopen(seen, civilDay(now))) return refuse("case.reopening_closed");
    if (!isLow(seen.rating)) return refuse("case.appeal_needs_low_rating");
    const superior = seen.unitId ? await findSuperior(tx, { ...seen, appealedUnitId: seen.unitId }, seen.unitId, civilDay(now)) : undefined;
    if (!superior) return refuse("case.no_superior");

    await tx.insert(caseMessages).values({ caseId: seen.id, side: "sender", body: reason.value, createdAt: now });
    const set = {
      unitId: superior.id,
      unitVersionId: superior.versionId,
      handlerId: null,
      appealedUnitId: seen.unitId,
      reopenedFrom: seen.reopenedFrom + 1,
      bounces: 0,
    };
    const moved = await moveCase(tx, "sender", seen, "appeal", { set, data: { unit: superior.slug } }, now);
    if (!moved.ok) return moved;
    const theCase = moved.value.moved;
    await showReopened(tx, seen, now);
    await tellSender(tx, keys, theCase, { template: "case_reopened", data: { code: theCase.code, answerBy: moved.value.answerBy } }, now);
    return standing(theCase);
  });
}
