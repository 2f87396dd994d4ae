import { and, eq, type SQL, sql } from "drizzle-orm";
import { publicCopies } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { fold } from "../text.ts";
import { conditions, type PublicFilter } from "./public-filter.server.ts";
import { whatWasMeant } from "./title-words.server.ts";
import type { PublicKind } from "./vocabulary.ts";

/** How many of what is found are put in order of how well they fit: the newest. */
export const rankedMost = 100;

/** The same where words were corrected: the newest of what may have been meant, for none of it fits what was typed. */
const correctedMost = 60;

/** With fewer copies than this that hold every word, typing errors are thought of. */
const enough = 20;

const everyWord = (typed: string) => sql`${publicCopies.search} @@ plainto_tsquery('simple', ${typed})`;
const meantWords = (meant: string) => sql`${publicCopies.search} @@ to_tsquery('simple', ${meant})`;
const everyWordOr = (typed: string, meant: string) =>
  sql`${publicCopies.search} @@ (plainto_tsquery('simple', ${typed}) || to_tsquery('simple', ${meant}))`;

/** What was typed, as it is compared: no diacritics, lower case. */
const typedAs = (q: string) => fold(q).slice(0, 200);

type Found = { kind: PublicKind; slug: string };

/** What words found (`findWords`). */
export type FoundWords = { found: Found[]; most: number; has: SQL };

/**
 * What was typed, among the copies of these kinds that `wanted` names: the newest of each kind that hold every word; where hardly
 * any copy has them all, also what may have been meant. Words are corrected by the list of words of titles, whose length does
 * not follow the number of copies.
 * @returns what was found, in no order, at most `most` of each kind, and the line that finds it
 */
export async function findWords(db: Db, q: string, kinds: readonly PublicKind[], wanted: readonly SQL[]): Promise<FoundWords> {
  const typed = typedAs(q);
  const find = async (has: SQL, most: number) => {
    const lists = kinds.map((kind) => newest(kind, wanted, { has, limit: most }));
    return { found: await db.execute<Found>(sql.join(lists, sql` union all `)), most, has };
  };
  const exact = await find(everyWord(typed), rankedMost);
  if (exact.found.length >= enough) return exact;
  const meant = await whatWasMeant(db, typed);
  if (meant === undefined) return exact;
  // Where nothing holds what was typed it is not looked for again: an index is quicker at one set of words than at either of two.
  return find(exact.found.length === 0 ? meantWords(meant) : everyWordOr(typed, meant), correctedMost);
}

/** Kinds with so many copies that words are looked for among the newest first. */
const kindsOfMany: readonly PublicKind[] = ["case"];
/** Of so many of the newest, so many must hold the words; then a list of a hundred is full within `readMost`. */
const probe = { rows: 1_000, hits: 20 } as const;
const readMost = 10_000;

/**
 * The newest copies of a kind that all of this is true of, as (kind, slug). An index of days finds a frequent word at once and
 * a rare one never, an index of words the other way round, and how frequent words are together PostgreSQL cannot know:
 * the newest tell which of the two is followed.
 */
export function newest(kind: PublicKind, wanted: readonly SQL[], { has, limit }: { has: SQL; limit: number }): SQL {
  const where = and(eq(publicCopies.kind, kind), ...wanted);
  const byDay = sql`order by sort_day desc, slug`;
  if (!kindsOfMany.includes(kind)) return sql`(select kind, slug from ${publicCopies} where ${where} and ${has} ${byDay} limit ${limit})`;
  const first = (rows: number) =>
    sql`(select kind, slug, sort_day, search from ${publicCopies} where ${where} ${byDay} limit ${rows}) as ${publicCopies}`;
  return sql`(
    with probe as materialized (
      select count(*) as hits from ${first(probe.rows)} where ${has}
    ), near as materialized (
      select kind, slug from ${first(readMost)} where ${has} and (select hits from probe) >= ${probe.hits} ${byDay} limit ${limit}
    ), far as (
      select kind, slug from (select kind, slug, sort_day from ${publicCopies} where ${where} and ${has} offset 0) as every
      where (select count(*) from near) < ${limit} ${byDay} limit ${limit}
    )
    select kind, slug from near where (select count(*) from near) >= ${limit} union all select kind, slug from far
  )`;
}

/** The words of a list's filter: found once, for the list and for how many there are. Undefined where it has none. */
export const findListWords = async (db: Db, kind: PublicKind, filter: PublicFilter): Promise<FoundWords | undefined> =>
  filter.q ? findWords(db, filter.q, [kind], conditions(kind, filter)) : undefined;

/** The copies of a list of (kind, slug). */
export const among = (found: readonly Found[]): SQL =>
  sql`(${publicCopies.kind}, ${publicCopies.slug}) in (
    select * from unnest(${sql.param(found.map(({ kind }) => kind))}::text[], ${sql.param(found.map(({ slug }) => slug))}::text[])
  )`;

/** How well a copy fits what was typed. */
export function relevance(q: string): SQL<number> {
  const typed = typedAs(q);
  return sql<number>`ts_rank(${publicCopies.search}, plainto_tsquery('simple', ${typed})) + 2 * word_similarity(${typed}, ${publicCopies.titleFolded})`;
}
