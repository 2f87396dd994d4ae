import type { Db } from "#db/schema/handle.ts";
import { addCalendarVersion, type CalendarChange } from "../calendar/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { done } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { tellMoved } from "./tell-moved.server.ts";

/**
 * Changes the working calendar, moves the open clocks with it, and tells the senders whose day moved, in one act. Answers
 * the new version, how many clocks are open and which of them moved.
 */
export async function changeCalendar(db: Db, keys: Keys, by: Official, change: CalendarChange, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const made = await addCalendarVersion(tx, by, change, now);
    if (!made.ok) return made;
    await tellMoved(tx, keys, made.value.moved, now);
    return done(made.value);
  });
}
