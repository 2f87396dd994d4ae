import { and, eq, inArray, lte, sql } from "drizzle-orm";
import { articles } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { eachInTurn } from "../each-in-turn.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { articleActFrom } from "./article-rules.ts";
import { findArticleForAct, type Moved } from "./find-article-for-act.server.ts";
import { publishArticle } from "./publish-article.server.ts";

/** Puts an approved article before the public through the gateway, now or, when its day is still to come, on that day. */
export async function releaseArticle(db: Db, by: Official, id: string, revision: number, now = new Date()) {
  const found = await findArticleForAct(db, by, id, "publish");
  if (!found.ok) return found;
  const { publishOn } = found.value;
  const waits = publishOn !== null && publishOn > civilDay(now);

  return inOneAct(db, async (tx) => {
    const [moved] = await tx
      .update(articles)
      .set({ state: waits ? "scheduled" : "approved", revision: sql`${articles.revision} + 1`, updatedAt: now })
      .where(and(eq(articles.id, id), eq(articles.revision, revision), inArray(articles.state, [...articleActFrom.publish])))
      .returning({ id: articles.id, revision: articles.revision });
    if (!moved) return refuse("article.changed_meanwhile");
    if (waits) {
      await recordEvent(tx, by, { act: "article.scheduled", subject: "article", subjectId: id, data: { on: publishOn } }, now);
      return done<Moved>({ ...moved, state: "scheduled" });
    }
    const published = await publishArticle(tx, by, id, now);
    if (!published.ok) return published;
    await recordEvent(tx, by, { act: "article.published", subject: "article", subjectId: id, data: { version: published.value.version } }, now);
    return done<Moved>({ ...moved, state: "published" });
  });
}

/**
 * Publishes what an official has scheduled for today or before. Gives how many. Called by the portal's clock. An article
 * that fails keeps no other; errors are thrown at the end.
 */
export async function publishDueArticles(db: Db, now: Date): Promise<number> {
  const due = await db
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.state, "scheduled"), lte(articles.publishOn, civilDay(now))));
  let published = 0;
  await eachInTurn(due, async ({ id }) => {
    const outcome = await inOneAct(db, async (tx) => {
      const [taken] = await tx
        .select({ id: articles.id })
        .from(articles)
        .where(and(eq(articles.id, id), eq(articles.state, "scheduled")))
        .for("update");
      if (!taken) return refuse("article.changed_meanwhile");
      const shown = await publishArticle(tx, "portal", id, now);
      if (shown.ok) {
        await recordEvent(tx, "portal", { act: "article.published", subject: "article", subjectId: id, data: { version: shown.value.version } }, now);
      }
      return shown;
    });
    if (outcome.ok) published += 1;
  });
  return published;
}
