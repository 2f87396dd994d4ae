import type { Db } from "#db/schema/handle.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Official } from "../people/official.ts";
import { hidePublicCopy, showPublicCopy } from "../publishing/index.server.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { takeCase } from "./take-case.server.ts";
import { reasonMaxLength, reasonMinLength } from "./vocabulary.ts";
import { written } from "./written.ts";

type Wish = { reason: string; revision?: number | undefined };

/** Takes a published case out of sight. Hidden is not dropped: work and clocks go on, and the reason is kept. */
export const hideCase = (db: Db, by: Official, code: string, what: Wish, now = new Date()) => turn(db, by, "hide", code, what, now);

/** Shows a hidden case again. */
export const showCase = (db: Db, by: Official, code: string, what: Wish, now = new Date()) => turn(db, by, "show", code, what, now);

async function turn(db: Db, by: Official, way: "hide" | "show", code: string, what: Wish, now: Date) {
  const reason = written(what.reason, { min: reasonMinLength, max: reasonMaxLength });
  if (!reason.ok) return reason;

  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, way, code, what.revision);
    if (!taken.ok) return taken;
    const moved = await moveCase(tx, by, taken.value, way, { data: { reason: reason.value } }, now);
    if (!moved.ok) return moved;
    const turned = await (way === "hide" ? hidePublicCopy : showPublicCopy)(tx, by, "case", taken.value.code, reason.value, now);
    return turned.ok ? standing(moved.value.moved) : turned;
  });
}
