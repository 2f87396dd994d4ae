import { and, eq, inArray, sql } from "drizzle-orm";
import { articles } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { withdrawPublicCopy } from "../publishing/index.server.ts";
import { articleActFrom } from "./article-rules.ts";
import { findArticleForAct, type Moved } from "./find-article-for-act.server.ts";

/** Takes an article away from the public, or off the plan, with a reason for the trace. Also while a new text is being written. */
export async function withdrawArticle(db: Db, by: Official, id: string, wish: { reason: string; revision: number }, now = new Date()) {
  const found = await findArticleForAct(db, by, id, "withdraw");
  if (!found.ok) return found;
  const reason = wish.reason.trim().slice(0, 500);
  if (!reason) return refuse("article.reason_missing");

  return inOneAct(db, async (tx) => {
    const [moved] = await tx
      .update(articles)
      .set({ state: "withdrawn", revision: sql`${articles.revision} + 1`, updatedAt: now })
      .where(and(eq(articles.id, id), eq(articles.revision, wish.revision), inArray(articles.state, [...articleActFrom.withdraw])))
      .returning({ id: articles.id, state: articles.state, revision: articles.revision });
    if (!moved) return refuse("article.changed_meanwhile");
    const withdrawn = await withdrawPublicCopy(tx, by, "news", found.value.slug, reason, now);
    if (!withdrawn.ok && found.value.state !== "scheduled") return withdrawn;
    await recordEvent(tx, by, { act: "article.withdrawn", subject: "article", subjectId: id }, now);
    return done<Moved>(moved);
  });
}
