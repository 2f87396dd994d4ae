import { eq } from "drizzle-orm";
import { articles } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { articleActFrom, mayActOnArticle } from "./article-rules.ts";
import type { ArticleAct, ArticleState } from "./vocabulary.ts";

export type Moved = { id: string; state: ArticleState; revision: number };

/** The article, when this official has the right and it is in a state for the act. */
export async function findArticleForAct(db: Db, by: Official, id: string, act: ArticleAct) {
  const [article] = await db.select().from(articles).where(eq(articles.id, id));
  if (!article) return refuse("article.not_found");
  if (act === "approve" && article.authorId === by.id) return refuse("article.own_text");
  if (!mayActOnArticle(by, act, article)) return refuse("article.not_yours");
  if (!articleActFrom[act].includes(article.state)) return refuse("article.changed_meanwhile");
  return done(article);
}
