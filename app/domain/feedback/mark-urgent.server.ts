import type { Db } from "#db/schema/handle.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { takeCase } from "./take-case.server.ts";

/**
 * Puts a case that is still open before the others in every work list. State and clocks stay: urgent is no shorter
 * deadline. One that is urgent already is refused (`case.already_urgent`), so that of two officials one learns of the other.
 */
export async function markUrgent(db: Db, by: Official, code: string, what: { revision?: number | undefined } = {}, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "mark_urgent", code, what.revision);
    if (!taken.ok) return taken;
    if (taken.value.urgent) return refuse("case.already_urgent");
    const moved = await moveCase(tx, by, taken.value, "mark_urgent", { set: { urgent: true } }, now);
    return moved.ok ? standing(moved.value.moved) : moved;
  });
}
