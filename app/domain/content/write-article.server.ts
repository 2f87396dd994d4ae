import { and, eq, inArray, sql } from "drizzle-orm";
import { articles, categories, procedures, units } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { inOneAct } from "../in-one-act.server.ts";
import { done, refuse } from "../outcome.ts";
import { mayIn, type Official } from "../people/official.ts";
import { slugify } from "../text.ts";
import { articleActFrom, mayActOnArticle } from "./article-rules.ts";
import type { ArticleDraft } from "./schemas.ts";

/** Starts an article as a draft of one's own. Its address comes from the Vietnamese title and never changes again. */
export async function writeArticle(db: Db, by: Official, draft: ArticleDraft, now = new Date()) {
  if (!mayIn(by, "articles.write", draft.unitId)) return refuse("article.not_yours");
  const wrong = await wrongReference(db, draft);
  if (wrong) return wrong;

  return inOneAct(db, async (tx) => {
    const made = await insertWithFreeSlug(tx, by, draft, now);
    await recordEvent(tx, by, { act: "article.written", subject: "article", subjectId: made.id }, now);
    return done({ id: made.id, revision: 1 });
  });
}

/**
 * Changes the text. What was approved or published goes back to draft: the public keeps reading the approved copy
 * until the new text has been approved too. Whoever changed the text last is its author.
 * @param revision the one the page showed; an older one is refused
 */
export async function editArticle(db: Db, by: Official, id: string, draft: ArticleDraft, revision: number, now = new Date()) {
  const [article] = await db.select().from(articles).where(eq(articles.id, id));
  if (!article || !mayActOnArticle(by, "edit", article)) return refuse("article.not_found");
  if (!mayIn(by, "articles.write", draft.unitId)) return refuse("article.not_yours");
  const wrong = await wrongReference(db, draft);
  if (wrong) return wrong;

  return inOneAct(db, async (tx) => {
    const [edited] = await tx
      .update(articles)
      .set({ ...draft, state: "draft", authorId: by.id, approvedById: null, revision: sql`${articles.revision} + 1`, updatedAt: now })
      .where(and(eq(articles.id, id), eq(articles.revision, revision), inArray(articles.state, [...articleActFrom.edit])))
      .returning({ id: articles.id, revision: articles.revision });
    if (!edited) return refuse("article.changed_meanwhile");
    await recordEvent(
      tx,
      by,
      { act: "article.edited", subject: "article", subjectId: id, data: { from: article.state, revision: edited.revision } },
      now,
    );
    return done(edited);
  });
}

/** A category, unit or procedure that is not there. */
async function wrongReference(db: Db, draft: ArticleDraft) {
  const [category] = await db.select({ slug: categories.slug }).from(categories).where(eq(categories.slug, draft.categorySlug));
  if (!category) return refuse("article.unknown_category");
  if (draft.unitId) {
    const [unit] = await db.select({ id: units.id }).from(units).where(eq(units.id, draft.unitId));
    if (!unit) return refuse("article.unknown_unit");
  }
  if (draft.procedureCodes.length === 0) return undefined;
  const known = await db.select({ code: procedures.code }).from(procedures).where(inArray(procedures.code, draft.procedureCodes));
  const missing = draft.procedureCodes.filter((code) => !known.some((procedure) => procedure.code === code));
  return missing.length > 0 ? refuse("article.unknown_procedure", { codes: missing.join(", ").slice(0, 100) }) : undefined;
}

async function insertWithFreeSlug(tx: Db, by: Official, draft: ArticleDraft, now: Date) {
  const wished = slugify(draft.titleVi) || "bai-viet";
  for (let count = 1; ; count += 1) {
    const slug = count === 1 ? wished : `${wished}-${count}`;
    const [made] = await tx
      .insert(articles)
      .values({ ...draft, slug, state: "draft", authorId: by.id, createdAt: now, updatedAt: now })
      .onConflictDoNothing({ target: articles.slug })
      .returning({ id: articles.id });
    if (made) return made;
  }
}
