import { and, asc, desc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import { z } from "zod";
import { publicCopies } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { PublicContent } from "./contents.ts";
import { conditions, type PublicFilter } from "./public-filter.server.ts";
import { type PublicKind, publicKinds } from "./vocabulary.ts";
import { among, findListWords, findWords, type FoundWords, newest, rankedMost, relevance } from "./words.server.ts";

export type PublicCopy<Kind extends PublicKind> = {
  kind: Kind;
  slug: string;
  /** Id of what it is a copy of; for joining figures, never shown. */
  subjectId: string;
  version: number;
  content: PublicContent[Kind];
  sortDay: string;
  publishedAt: Date;
};

export type Page<Item> = { items: Item[]; next: string | null };

/** One public copy, or undefined when there is none or it is hidden. */
export async function findPublic<Kind extends PublicKind>(db: Db, kind: Kind, slug: string): Promise<PublicCopy<Kind> | undefined> {
  // Anybody may type an address; PostgreSQL takes no NUL.
  if (slug.includes("\0")) return undefined;
  const [row] = await db
    .select(copyColumns)
    .from(publicCopies)
    .where(and(eq(publicCopies.kind, kind), eq(publicCopies.slug, slug), isNull(publicCopies.hiddenAt)));
  return row && toCopy<Kind>(row);
}

/** Public copies of these slugs, in no order. */
export async function findPublicBySlugs<Kind extends PublicKind>(db: Db, kind: Kind, slugs: readonly string[]): Promise<PublicCopy<Kind>[]> {
  if (slugs.length === 0) return [];
  const rows = await db
    .select(copyColumns)
    .from(publicCopies)
    .where(and(eq(publicCopies.kind, kind), inArray(publicCopies.slug, [...slugs]), isNull(publicCopies.hiddenAt)));
  return rows.map((row) => toCopy<Kind>(row));
}

/**
 * A page of public copies. Without `q` newest first; with `q` the best match first (diacritics do not matter,
 * small typing errors neither) among the newest 100. Keyset: `after` is the cursor of the page before; an unknown
 * cursor starts anew (`isCursor` tells).
 * @param page `limit` 1–100; `byDay` keeps the newest first also with `q`, so that a list can be read to its end; `words`:
 * those of the filter, where they are known
 */
export async function listPublic<Kind extends PublicKind>(
  db: Db,
  kind: Kind,
  filter: PublicFilter = {},
  {
    after,
    limit = 20,
    byDay = false,
    words: given,
  }: { after?: string | null | undefined; limit?: number; byDay?: boolean; words?: FoundWords | undefined } = {},
): Promise<Page<PublicCopy<Kind>>> {
  const wanted = conditions(kind, filter);
  const cursor = readCursor(after);

  const words = given ?? (await findListWords(db, kind, filter));
  if (words?.found.length === 0) return { items: [], next: null };
  if (filter.q && words && !byDay) {
    const offset = cursor && "rank" in cursor ? cursor.rank : 0;
    const rows = await db
      .select(copyColumns)
      .from(publicCopies)
      .where(among(words.found))
      .orderBy(desc(relevance(filter.q)), desc(publicCopies.sortDay), asc(publicCopies.slug))
      .limit(limit + 1)
      .offset(offset);
    const next = rows.length > limit ? writeCursor({ rank: offset + limit }) : null;
    return { items: rows.slice(0, limit).map((row) => toCopy<Kind>(row)), next };
  }

  if (cursor && "day" in cursor) {
    // The first half says to the index where to begin.
    wanted.push(lte(publicCopies.sortDay, cursor.day), sql`(${publicCopies.sortDay} < ${cursor.day} or ${publicCopies.slug} > ${cursor.slug})`);
  }
  if (words)
    wanted.push(sql`(${publicCopies.kind}, ${publicCopies.slug}) in ${await newest(db, kind, wanted, { has: words.has, limit: limit + 1 })}`);
  const rows = await db
    .select(copyColumns)
    .from(publicCopies)
    .where(and(...wanted))
    .orderBy(desc(publicCopies.sortDay), asc(publicCopies.slug))
    .limit(limit + 1);
  const last = rows[limit - 1];
  const next = rows.length > limit && last ? writeCursor({ day: last.sortDay, slug: last.slug }) : null;
  return { items: rows.slice(0, limit).map((row) => toCopy<Kind>(row)), next };
}

export type SearchHit = { [Kind in PublicKind]: PublicCopy<Kind> }[PublicKind];

/** How much of a kind was found; `more`: there are others, older. */
export type FoundOfKind = { kind: PublicKind; n: number; more: boolean };

/**
 * A page of a search over everything that is public, best first, among the newest of each kind, and how much of each kind was
 * found. An unknown cursor starts anew.
 * @param page `only` narrows the page to one kind, not the counts; `limit` 1–100
 */
export async function searchPublic(
  db: Db,
  q: string,
  { only, after, limit = 20 }: { only?: PublicKind | undefined; after?: string | null | undefined; limit?: number } = {},
): Promise<Page<SearchHit> & { kinds: FoundOfKind[] }> {
  // Of each kind the newest: the many cases do not push out the few procedures.
  const { found, more } = await findWords(db, q, publicKinds, [isNull(publicCopies.hiddenAt)]);
  const kinds = publicKinds.flatMap((kind) => {
    const n = found.filter((one) => one.kind === kind).length;
    return n > 0 ? [{ kind, n, more: more.includes(kind) }] : [];
  });
  const wanted = only ? found.filter(({ kind }) => kind === only) : found;
  if (wanted.length === 0) return { items: [], next: null, kinds };

  const cursor = readCursor(after);
  const offset = cursor && "rank" in cursor && cursor.rank < wanted.length ? cursor.rank : 0;
  const rows = await db
    .select(copyColumns)
    .from(publicCopies)
    .where(among(wanted))
    .orderBy(desc(relevance(q)), desc(publicCopies.sortDay), asc(publicCopies.slug))
    .limit(limit)
    .offset(offset);
  const next = wanted.length > offset + limit ? writeCursor({ rank: offset + limit }) : null;
  return { items: rows.map((row) => toCopy(row) as SearchHit), next, kinds };
}

/** What a reader gets; not what only the search looks at. */
const copyColumns = {
  kind: publicCopies.kind,
  slug: publicCopies.slug,
  subjectId: publicCopies.subjectId,
  version: publicCopies.version,
  content: publicCopies.content,
  sortDay: publicCopies.sortDay,
  publishedAt: publicCopies.publishedAt,
};

type CopyRow = Pick<typeof publicCopies.$inferSelect, keyof typeof copyColumns>;

function toCopy<Kind extends PublicKind>(row: CopyRow): PublicCopy<Kind> {
  return {
    kind: row.kind as Kind,
    slug: row.slug,
    subjectId: row.subjectId,
    version: row.version,
    content: row.content as PublicContent[Kind],
    sortDay: row.sortDay,
    publishedAt: row.publishedAt,
  };
}

/** PostgreSQL has no year 0. */
const KeysetPlace = z.object({ day: z.iso.date().regex(/^[1-9]/), slug: z.string().regex(/^[\w.-]+$/) });
type Cursor = z.infer<typeof KeysetPlace> | { rank: number };

/** True for a cursor that `listPublic` gave, to a list with or without `q`. */
export function isCursor(text: string, { ranked }: { ranked: boolean }): boolean {
  const cursor = readCursor(text);
  return cursor !== undefined && "rank" in cursor === ranked;
}

const writeCursor = (cursor: Cursor) => Buffer.from(JSON.stringify(cursor)).toString("base64url");

function readCursor(text: string | null | undefined): Cursor | undefined {
  if (!text || text.length > 400) return undefined;
  try {
    const cursor: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (typeof cursor !== "object" || cursor === null) return undefined;
    if ("rank" in cursor && Number.isInteger(cursor.rank))
      return { rank: Math.min(Math.max(Number(cursor.rank), 0), rankedMost * publicKinds.length) };
    const place = KeysetPlace.safeParse(cursor);
    if (place.success) return place.data;
  } catch {
    // A cursor somebody made up is as good as none.
  }
  return undefined;
}
