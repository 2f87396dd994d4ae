import type { Db } from "#db/schema/handle.ts";
import type { CivilDay } from "../calendar/civil-day.ts";
import { extendAnswer } from "../calendar/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { tellSender } from "./identity.server.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { takeCase } from "./take-case.server.ts";
import { reasonMaxLength, reasonMinLength } from "./vocabulary.ts";
import { written } from "./written.ts";

/**
 * A leader gives a case a later due day: before it is due, on a working day, not beyond the rule's ceiling. The first
 * due day is kept beside it, and the sender is told both day and reason.
 */
export async function extendCase(
  db: Db,
  keys: Keys,
  by: Official,
  code: string,
  what: { to: CivilDay; reason: string; revision?: number | undefined },
  now = new Date(),
) {
  const reason = written(what.reason, { min: reasonMinLength, max: reasonMaxLength });
  if (!reason.ok) return reason;

  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "extend", code, what.revision);
    if (!taken.ok) return taken;
    const seen = taken.value;
    if (seen.handlerId === by.id) return refuse("case.four_eyes");

    const extended = await extendAnswer(tx, { id: seen.id, kind: seen.kind, unitId: seen.unitId }, what.to, now);
    if (!extended.ok) return extended;
    const data = { due: extended.value.from, extendedTo: what.to, reason: reason.value };
    const moved = await moveCase(tx, by, seen, "extend", { set: { nextDueOn: extended.value.nextDueOn }, data }, now);
    if (!moved.ok) return moved;
    const theCase = moved.value.moved;
    await tellSender(tx, keys, theCase, { template: "case_extended", data: { code: theCase.code, until: what.to, reason: reason.value } }, now);
    return standing(theCase);
  });
}
