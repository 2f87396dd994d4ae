import { caseMessages } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { type Actor } from "../audit/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { showReopened } from "./amend-public-copy.server.ts";
import { tellSender } from "./identity.server.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { type Receipt, takeByReceipt } from "./receipt.server.ts";
import { isLow, mayStillReopen } from "./rules.ts";
import { type CaseRow, takeCase } from "./take-case.server.ts";
import { messageMaxLength, reasonMinLength } from "./vocabulary.ts";
import { written } from "./written.ts";

/**
 * The sender does not agree: once, within fifteen days, with new facts or after a rating of one or two stars. The case
 * is given to a unit anew, with a new clock for the answer; the first answer stays public meanwhile.
 */
export async function reopenCase(db: Db, keys: Keys, receipt: Receipt, what: { reason: string; newFacts: boolean }, now = new Date()) {
  const reason = written(what.reason, { min: reasonMinLength, max: messageMaxLength });
  if (!reason.ok) return reason;

  return inOneAct(db, async (tx) => {
    const taken = await takeByReceipt(tx, receipt, "reopen");
    if (!taken.ok) return taken;
    if (!what.newFacts && !isLow(taken.value.rating)) return refuse("case.needs_low_rating");
    return reopen(tx, keys, "sender", taken.value, reason.value, now);
  });
}

/** The coordinator opens a case again for its sender, as when the disagreement came by letter. The same limits hold. */
export async function reopenForSender(
  db: Db,
  keys: Keys,
  by: Official,
  code: string,
  what: { reason: string; revision?: number | undefined },
  now = new Date(),
) {
  const reason = written(what.reason, { min: reasonMinLength, max: messageMaxLength });
  if (!reason.ok) return reason;

  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "reopen_for_sender", code, what.revision);
    if (!taken.ok) return taken;
    return reopen(tx, keys, by, taken.value, reason.value, now);
  });
}

async function reopen(tx: Db, keys: Keys, by: Actor, seen: CaseRow, reason: string, now: Date) {
  if (seen.reopenedFrom > 0) return refuse("case.already_reopened");
  if (!mayStillReopen(seen, civilDay(now))) return refuse("case.reopening_closed");

  const side = by === "sender" ? ("sender" as const) : ("office" as const);
  await tx.insert(caseMessages).values({ caseId: seen.id, side, officialId: typeof by === "object" ? by.id : null, body: reason, createdAt: now });
  const set = { reopenedFrom: seen.reopenedFrom + 1, handlerId: null };
  const moved = await moveCase(tx, by, seen, by === "sender" ? "reopen" : "reopen_for_sender", { set }, now);
  if (!moved.ok) return moved;
  const theCase = moved.value.moved;
  await showReopened(tx, seen, now);
  await tellSender(tx, keys, theCase, { template: "case_reopened", data: { code: theCase.code, answerBy: moved.value.answerBy } }, now);
  return standing(theCase);
}
