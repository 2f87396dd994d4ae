import { eq, sql } from "drizzle-orm";
import { replies } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { findReply } from "./reply.server.ts";
import { takeCase } from "./take-case.server.ts";
import { messageMaxLength } from "./vocabulary.ts";
import { written } from "./written.ts";

/** The approver gives the answer back to be mended, and says how. The clock goes on. */
export async function returnReply(db: Db, by: Official, code: string, what: { comment: string; revision?: number | undefined }, now = new Date()) {
  const comment = written(what.comment, { max: messageMaxLength });
  if (!comment.ok) return comment;

  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "return_reply", code, what.revision);
    if (!taken.ok) return taken;
    const reply = await findReply(tx, taken.value);
    if (!reply) return refuse("reply.no_body");

    await tx
      .update(replies)
      .set({ state: "returned", returnComment: comment.value, updatedAt: now, revision: sql`${replies.revision} + 1` })
      .where(eq(replies.id, reply.id));
    const moved = await moveCase(tx, by, taken.value, "return_reply", { data: { round: reply.round } }, now);
    return moved.ok ? standing(moved.value.moved) : moved;
  });
}
