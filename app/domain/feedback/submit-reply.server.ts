import { eq } from "drizzle-orm";
import { replies } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { moveCase, standing } from "./move-case.server.ts";
import { findReply, type ReplyRow } from "./reply.server.ts";
import { type CaseRow, takeCase } from "./take-case.server.ts";

/** The handler hands the answer in for approval. It must be whole, the texts for everybody included. */
export async function submitReply(db: Db, by: Official, code: string, what: { revision?: number | undefined } = {}, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "submit_reply", code, what.revision);
    if (!taken.ok) return taken;
    const seen = taken.value;
    if (seen.handlerId !== by.id) return refuse("case.other_handler");
    const whole = isWhole(seen, await findReply(tx, seen));
    if (!whole.ok) return whole;

    await tx.update(replies).set({ state: "submitted", returnComment: null, updatedAt: now }).where(eq(replies.id, whole.value.id));
    const moved = await moveCase(tx, by, seen, "submit_reply", { data: { round: whole.value.round } }, now);
    return moved.ok ? standing(moved.value.moved) : moved;
  });
}

/** What an answer needs: a conclusion for every phản ánh, its legal basis for a phản ánh, kiến nghị, and the public texts. */
function isWhole(theCase: CaseRow, reply: ReplyRow | undefined) {
  if (!reply || reply.body === "") return refuse("reply.no_body");
  if (theCase.kind.startsWith("phan_anh") && !reply.conclusion) return refuse("reply.no_conclusion");
  if (theCase.kind === "phan_anh_kien_nghi" && !reply.legalBasis) return refuse("reply.no_legal_basis");
  if (!reply.publicTitle || !reply.publicQuestion || !reply.publicAnswer) return refuse("reply.no_public_text");
  return done(reply);
}
