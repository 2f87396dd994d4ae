import type { Db } from "#db/schema/handle.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Official } from "../people/official.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { decide } from "./proposals.server.ts";
import { takeCase } from "./take-case.server.ts";
import { unlinkDuplicate } from "./unlink-duplicate.server.ts";
import { type ProposalKind, reasonMaxLength, reasonMinLength } from "./vocabulary.ts";
import { written } from "./written.ts";

type Wish = { comment: string; revision?: number | undefined };
const acts = { supplement: "decline_supplement", refusal: "decline_refusal", extension: "decline_extension" } as const;

/** The sender is not asked a second time: the case is decided with what there is. */
export const declineSupplement = (db: Db, by: Official, code: string, what: Wish, now = new Date()) => decline(db, by, "supplement", code, what, now);

/** A proposed refusal goes back to the intake officer, with the reason, and with one as duplicate its link. The clocks go on. */
export const declineRefusal = (db: Db, by: Official, code: string, what: Wish, now = new Date()) => decline(db, by, "refusal", code, what, now);

/** No later due day. The clock goes on as it was. */
export const declineExtension = (db: Db, by: Official, code: string, what: Wish, now = new Date()) => decline(db, by, "extension", code, what, now);

async function decline(db: Db, by: Official, kind: ProposalKind, code: string, what: Wish, now: Date) {
  const comment = written(what.comment, { min: reasonMinLength, max: reasonMaxLength });
  if (!comment.ok) return comment;

  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, acts[kind], code, what.revision);
    if (!taken.ok) return taken;
    const declined = await decide(tx, by, taken.value.id, kind, { state: "declined", comment: comment.value }, now);
    if (!declined.ok) return declined;
    if (declined.value.refusalReason === "R05") await unlinkDuplicate(tx, by, taken.value.id, now);
    const moved = await moveCase(tx, by, taken.value, acts[kind], {}, now);
    return moved.ok ? standing(moved.value.moved) : moved;
  });
}
