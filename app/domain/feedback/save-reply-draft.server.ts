import { and, eq, sql } from "drizzle-orm";
import { replies } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { findReply, roundOf } from "./reply.server.ts";
import type { ReplyDraft } from "./schemas.ts";
import { takeCase } from "./take-case.server.ts";

/**
 * Keeps what the handler has written. `revision` is that of the text the page showed, 0 for a new one; if it was saved
 * elsewhere meanwhile nothing is overwritten, and `other` brings that text back to be compared. A draft is no event and
 * does not change the case.
 */
export async function saveReplyDraft(db: Db, by: Official, code: string, draft: ReplyDraft, revision: number, now = new Date()) {
  return inOneAct(db, async (tx) => {
    const taken = await takeCase(tx, by, "save_draft", code);
    if (!taken.ok) return taken;
    const theCase = taken.value;
    if (theCase.handlerId !== by.id) return refuse("case.other_handler");

    const there = await findReply(tx, theCase);
    if ((there?.revision ?? 0) !== revision) return { ...refuse("case.edited_elsewhere"), other: there };
    if (!there) {
      const values = { ...draft, caseId: theCase.id, round: roundOf(theCase), state: "draft" as const, authorId: by.id, writerIds: [by.id] };
      await tx.insert(replies).values({ ...values, updatedAt: now, createdAt: now });
      return done({ revision: 1 });
    }
    const [saved] = await tx
      .update(replies)
      .set({
        ...draft,
        authorId: by.id,
        writerIds: sql`array(select distinct unnest(array_append(${replies.writerIds}, ${by.id}::uuid)))`,
        updatedAt: now,
        revision: sql`${replies.revision} + 1`,
      })
      .where(and(eq(replies.id, there.id), eq(replies.revision, revision)))
      .returning({ revision: replies.revision });
    return saved ? done(saved) : { ...refuse("case.edited_elsewhere"), other: there };
  });
}
