import { and, asc, count, desc, eq, ilike, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { articles, categories, unitVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { findOfficialNames } from "../people/index.server.ts";
import type { Official } from "../people/official.ts";
import { findPublic } from "../publishing/index.server.ts";
import { articleActsFor } from "./article-rules.ts";
import type { ArticleAct, ArticleState } from "./vocabulary.ts";

const editorial = ["articles.write", "articles.approve", "articles.publish"] as const;

/** Articles this official has anything to do with: in the scope of an editorial right, or written by himself. */
function within(by: Official): SQL | undefined {
  const scopes = editorial.map((permission) => by.scopes[permission]);
  if (scopes.includes("all")) return undefined;
  const units = [...new Set(scopes.flatMap((scope) => (scope === undefined || scope === "all" ? [] : [...scope])))];
  return or(eq(articles.authorId, by.id), units.length > 0 ? inArray(articles.unitId, units) : undefined);
}

/** What waits for this official: texts of others to approve, approved ones to publish. */
function waitingFor(by: Official): SQL {
  const approve = scopeOf(by, "articles.approve");
  const release = scopeOf(by, "articles.publish");
  return (
    or(
      and(eq(articles.state, "review"), approve, or(isNull(articles.authorId), ne(articles.authorId, by.id))),
      and(eq(articles.state, "approved"), release),
    ) ?? sql`false`
  );
}

function scopeOf(by: Official, permission: (typeof editorial)[number]): SQL {
  const scope = by.scopes[permission];
  if (scope === undefined || scope.length === 0) return sql`false`;
  return scope === "all" ? sql`true` : inArray(articles.unitId, [...scope]);
}

export type ArticleRow = {
  id: string;
  slug: string;
  state: ArticleState;
  titleVi: string;
  titleEn: string | null;
  categorySlug: string;
  publishOn: string | null;
  updatedAt: Date;
  author: string | null;
};

/** As exact as a cursor can say it. */
const touched = sql`date_trunc('milliseconds', ${articles.updatedAt})`;

/** Articles, the last touched first. @param page keyset: `after` is `<instant>_<id>` of the last one shown */
export async function listArticles(
  db: Db,
  by: Official,
  filter: { state?: ArticleState | undefined; q?: string | undefined; waiting?: boolean },
  { after, limit = 30 }: { after?: string | undefined; limit?: number } = {},
): Promise<{ items: ArticleRow[]; next: string | null }> {
  if (!editorial.some((permission) => by.may.includes(permission))) return { items: [], next: null };
  const pattern = filter.q?.trim() ? `%${filter.q.trim().replace(/[\\%_]/g, "\\$&")}%` : undefined;
  const cursor = readCursor(after);
  const rows = await db
    .select()
    .from(articles)
    .where(
      and(
        within(by),
        filter.state ? eq(articles.state, filter.state) : undefined,
        filter.waiting ? waitingFor(by) : undefined,
        pattern ? or(sql`unaccent(${articles.titleVi}) ilike unaccent(${pattern})`, ilike(articles.titleEn, pattern)) : undefined,
        cursor ? sql`(${touched}, ${articles.id}) < (${cursor.at.toISOString()}::timestamptz, ${cursor.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(touched), desc(articles.id))
    .limit(limit + 1);

  const shown = rows.slice(0, limit);
  const names = await findOfficialNames(db, [...new Set(shown.flatMap(({ authorId }) => authorId ?? []))]);
  const last = shown.at(-1);
  return {
    items: shown.map(({ id, slug, state, titleVi, titleEn, categorySlug, publishOn, updatedAt, authorId }) => ({
      id,
      slug,
      state,
      titleVi,
      titleEn,
      categorySlug,
      publishOn,
      updatedAt,
      author: authorId ? (names.get(authorId) ?? null) : null,
    })),
    next: rows.length > limit && last ? `${last.updatedAt.toISOString()}_${last.id}` : null,
  };
}

function readCursor(after: string | undefined): { at: Date; id: string } | undefined {
  const [instant = "", id = ""] = (after ?? "").split("_");
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? undefined : { at, id };
}

/** How many articles stand in each state, for the editorial desk. */
export async function countArticles(db: Db, by: Official): Promise<Partial<Record<ArticleState, number>>> {
  if (!editorial.some((permission) => by.may.includes(permission))) return {};
  const rows = await db.select({ state: articles.state, n: count() }).from(articles).where(within(by)).groupBy(articles.state);
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}

/** How many articles wait for this official; the list of them is `listArticles(db, by, { waiting: true })`. */
export async function countWaitingArticles(db: Db, by: Official): Promise<number> {
  const [counted] = await db.select({ n: count() }).from(articles).where(waitingFor(by));
  return counted?.n ?? 0;
}

export type ArticleForOffice = typeof articles.$inferSelect & {
  author: string | null;
  approvedBy: string | null;
  unit: { vi: string; en: string } | null;
  /** The version the public reads now; null when it reads none. */
  publicVersion: number | null;
  mayDo: ArticleAct[];
};

/** One article with what may be done with it; undefined when it is none of this official's business. */
export async function findArticle(db: Db, by: Official, id: string): Promise<ArticleForOffice | undefined> {
  if (!editorial.some((permission) => by.may.includes(permission))) return undefined;
  const [article] = await db
    .select()
    .from(articles)
    .where(and(eq(articles.id, id), within(by)));
  if (!article) return undefined;
  const names = await findOfficialNames(
    db,
    [article.authorId, article.approvedById].flatMap((one) => one ?? []),
  );
  const [unit] = article.unitId
    ? await db
        .select({ vi: unitVersions.nameVi, en: unitVersions.nameEn })
        .from(unitVersions)
        .where(eq(unitVersions.unitId, article.unitId))
        .orderBy(desc(unitVersions.validFrom))
        .limit(1)
    : [];
  const copy = await findPublic(db, "news", article.slug);
  return {
    ...article,
    author: article.authorId ? (names.get(article.authorId) ?? null) : null,
    approvedBy: article.approvedById ? (names.get(article.approvedById) ?? null) : null,
    unit: unit ?? null,
    publicVersion: copy?.version ?? null,
    mayDo: articleActsFor(by, article, copy !== undefined),
  };
}

/** Sections of the news, by name. */
export async function listCategories(db: Db): Promise<{ slug: string; vi: string; en: string }[]> {
  return db.select({ slug: categories.slug, vi: categories.nameVi, en: categories.nameEn }).from(categories).orderBy(asc(categories.nameVi));
}
