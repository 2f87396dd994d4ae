import { and, eq, gt, inArray, isNull, max, ne, or, sql } from "drizzle-orm";
import { articles, auditEvents } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { articleActFrom } from "./article-rules.ts";
import { findArticleForAct, type Moved } from "./find-article-for-act.server.ts";

const leadsTo = { submit: "review", return: "draft", approve: "approved" } as const;
const events = { submit: "article.submitted", return: "article.returned", approve: "article.approved" } as const;

/** Hands a draft in for review. */
export const submitArticle = (db: Db, by: Official, id: string, revision: number, now = new Date()) => move(db, by, id, "submit", revision, now);

/** Gives it back to be worked on. */
export const returnArticle = (db: Db, by: Official, id: string, revision: number, now = new Date()) => move(db, by, id, "return", revision, now);

/** Approves the text as it stands. Whoever wrote it may not. */
export const approveArticle = (db: Db, by: Official, id: string, revision: number, now = new Date()) => move(db, by, id, "approve", revision, now);

async function move(db: Db, by: Official, id: string, act: keyof typeof leadsTo, revision: number, now: Date) {
  const found = await findArticleForAct(db, by, id, act);
  if (!found.ok) return found;
  return inOneAct(db, async (tx) => {
    if (act === "approve" && (await hasWrittenIn(tx, by, id))) return refuse("article.own_text");
    const [moved] = await tx
      .update(articles)
      .set({
        state: leadsTo[act],
        approvedById: act === "approve" ? by.id : null,
        revision: sql`${articles.revision} + 1`,
        updatedAt: now,
      })
      .where(
        and(
          eq(articles.id, id),
          eq(articles.revision, revision),
          inArray(articles.state, [...articleActFrom[act]]),
          act === "approve" ? or(isNull(articles.authorId), ne(articles.authorId, by.id)) : undefined,
        ),
      )
      .returning({ id: articles.id, state: articles.state, revision: articles.revision });
    if (!moved) return refuse("article.changed_meanwhile");
    await recordEvent(tx, by, { act: events[act], subject: "article", subjectId: id, data: { revision: moved.revision } }, now);
    return done<Moved>(moved);
  });
}

/** True when the official worked on the text since it was last approved, even if somebody else saved it after that. */
async function hasWrittenIn(tx: Db, by: Official, id: string): Promise<boolean> {
  const about = and(eq(auditEvents.subject, "article"), eq(auditEvents.subjectId, id));
  const [approved] = await tx
    .select({ seq: max(auditEvents.seq) })
    .from(auditEvents)
    .where(and(about, eq(auditEvents.act, events.approve)));
  const written = await tx
    .select({ seq: auditEvents.seq })
    .from(auditEvents)
    .where(
      and(
        about,
        eq(auditEvents.officialId, by.id),
        inArray(auditEvents.act, ["article.written", "article.edited"]),
        gt(auditEvents.seq, approved?.seq ?? 0),
      ),
    )
    .limit(1);
  return written.length > 0;
}
