import type { Db } from "#db/schema/handle.ts";
import { type CivilDay, civilDay } from "../calendar/civil-day.ts";
import { extendClock } from "../calendar/clock.ts";
import { extendAnswer, loadCalendar, loadClocks, regionOf } from "../calendar/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { tellSender } from "./identity.server.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { decide, propose } from "./proposals.server.ts";
import { type CaseRow, takeCase } from "./take-case.server.ts";
import { reasonMaxLength, reasonMinLength } from "./vocabulary.ts";
import { written } from "./written.ts";

/**
 * The handler asks for a later due day: before the case is due, on a working day, not beyond the rule's ceiling. Nothing
 * changes until a leader grants it.
 */
export async function askExtension(
  db: Db,
  by: Official,
  code: string,
  what: { to: CivilDay; reason: string; revision?: number | undefined },
  now = new Date(),
) {
  const reason = written(what.reason, { min: reasonMinLength, max: reasonMaxLength });
  if (!reason.ok) return reason;

  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "ask_extension", code, what.revision);
    if (!taken.ok) return taken;
    const seen = taken.value;
    if (seen.handlerId !== by.id) return refuse("case.other_handler");
    const possible = await mayBecomeDue(tx, seen, what.to, civilDay(now));
    if (!possible.ok) return possible;
    return propose(tx, by, seen, "ask_extension", { kind: "extension", body: reason.value, toDay: what.to }, now);
  });
}

/**
 * A leader, not the handler, grants what was asked, while the case is not yet due. The first due day is kept beside the
 * new one, and the sender is told both day and reason.
 */
export async function grantExtension(db: Db, keys: Keys, by: Official, code: string, what: { revision?: number | undefined } = {}, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "extend", code, what.revision);
    if (!taken.ok) return taken;
    const seen = taken.value;
    if (seen.handlerId === by.id) return refuse("case.four_eyes");
    const granted = await decide(tx, by, seen.id, "extension", { state: "granted" }, now);
    if (!granted.ok) return granted;
    const { toDay: until, body: reason } = granted.value;
    if (!until) throw new Error("An extension was asked for without its day");

    const extended = await extendAnswer(tx, { id: seen.id, kind: seen.kind, unitId: seen.unitId }, until, now);
    if (!extended.ok) return extended;
    const data = { due: extended.value.from, extendedTo: until, reason };
    const moved = await moveCase(tx, by, seen, "extend", { set: { nextDueOn: extended.value.nextDueOn }, data }, now);
    if (!moved.ok) return moved;
    const theCase = moved.value.moved;
    await tellSender(tx, keys, theCase, { template: "case_extended", data: { code: theCase.code, until, reason } }, now);
    return standing(theCase);
  });
}

/** Whether the answer may become due that day, by the rule of its clock; the clock stays as it is. */
async function mayBecomeDue(tx: Db, seen: CaseRow, to: CivilDay, on: CivilDay) {
  const clock = (await loadClocks(tx, [seen.id])).find((one) => one.step === "answer" && one.stoppedOn === null);
  if (!clock) return refuse("clock.none");
  return extendClock(await loadCalendar(tx, clock.calendarVersion), clock, to, on, await regionOf(tx, seen.unitId, on));
}
