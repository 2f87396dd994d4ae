import { and, count, eq, type SQL, sql } from "drizzle-orm";
import { publicCopies } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { daysBetween, plusDays } from "../calendar/civil-day.ts";
import { fold } from "../text.ts";
import { conditions, hasIndexOfDays, type PublicFilter } from "./public-filter.server.ts";
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
export type FoundWords = { found: Found[]; more: readonly PublicKind[]; has: SQL };

/**
 * What was typed, among the copies of these kinds that `wanted` names: the newest of each kind that hold every word; where hardly
 * any copy has them all, also what may have been meant. Words are corrected by the list of words of titles, whose length does
 * not follow the number of copies.
 * @returns what was found, in no order; the kinds of which there are more; and the line that finds it
 */
export async function findWords(db: Db, q: string, kinds: readonly PublicKind[], wanted: readonly SQL[]): Promise<FoundWords> {
  const typed = typedAs(q);
  const find = async (has: SQL, most: number) => {
    const lists = await Promise.all(kinds.map((kind) => newest(db, kind, wanted, { has, limit: most + 1 })));
    const found = await db.execute<Found>(sql.join(lists, sql` union all `));
    const more = kinds.filter((kind) => found.filter((one) => one.kind === kind).length > most);
    return { found: more.length === 0 ? found : withoutLast(found, more, most), more, has };
  };
  const exact = await find(everyWord(typed), rankedMost);
  if (exact.found.length >= enough) return exact;
  const meant = await whatWasMeant(db, typed);
  if (meant === undefined) return exact;
  // Where nothing holds what was typed it is not looked for again: an index is quicker at one set of words than at either of two.
  return find(exact.found.length === 0 ? meantWords(meant) : everyWordOr(typed, meant), correctedMost);
}

/** Each list stands in its order: what is one too many is the last of its kind. */
function withoutLast(found: readonly Found[], more: readonly PublicKind[], most: number): Found[] {
  const seen = new Map<PublicKind, number>();
  return found.filter(({ kind }) => {
    const n = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, n);
    return !more.includes(kind) || n <= most;
  });
}

/** Kinds with so many copies that the newest are asked first how frequent the words are. */
const kindsOfMany: readonly PublicKind[] = ["case"];
const probed = 1_000;
/** Held by so many of those, words are followed by day; by fewer, by word, within as many days as they should need; by hardly any, everywhere. */
const frequent = 50;
const rare = 5;
/** Twice the days, or copies, that a list should need. */
const margin = 2;

/**
 * The newest copies of a kind that all of this is true of, as (kind, slug). An index of days finds a frequent word at once and
 * a rare one never; an index of words reads every copy that has them. How frequent words are together PostgreSQL cannot know:
 * the newest tell. Where a list is not filled in the way they advise, all copies are asked, in the same statement.
 */
export async function newest(db: Db, kind: PublicKind, wanted: readonly SQL[], { has, limit }: { has: SQL; limit: number }): Promise<SQL> {
  const where = and(eq(publicCopies.kind, kind), ...wanted, has);
  const byDay = sql`order by sort_day desc, slug`;
  const all = sql`select kind, slug, sort_day from ${publicCopies} where ${where}`;
  if (!kindsOfMany.includes(kind)) return sql`(select kind, slug from (${all}) as every ${byDay} limit ${limit})`;

  // Filters that no index of days begins with stand outside: a rare one is not looked for among all.
  const led = and(eq(publicCopies.kind, kind), ...wanted.filter(hasIndexOfDays));
  const first = (rows: number) => sql`(select * from ${publicCopies} where ${led} ${byDay} limit ${rows}) as ${publicCopies}`;
  const [row] = await db
    .select({
      rows: count(),
      hits: sql<number>`count(*) filter (where ${where})`.mapWith(Number),
      from: sql<string | null>`min(sort_day)::text`,
      to: sql<string | null>`max(sort_day)::text`,
    })
    .from(first(probed));
  const { rows = 0, hits = 0, from, to } = row ?? {};
  const share = limit / Math.max(1, hits);
  const near =
    rows < probed || hits >= frequent
      ? sql`select kind, slug, sort_day from ${first(rows < probed ? probed : Math.ceil(probed * share * margin))} where ${where}`
      : hits >= rare && from && to
        ? sql`${all} and sort_day >= ${plusDays(to, -Math.ceil((daysBetween(from, to) + 1) * share * margin))} offset 0`
        : undefined;
  const far = sql`select kind, slug from (${all} offset 0) as every`;
  if (!near) return sql`(${far} ${byDay} limit ${limit})`;
  if (rows < probed) return sql`(select kind, slug from (${near}) as near ${byDay} limit ${limit})`;
  return sql`(
    with near as materialized (select kind, slug from (${near}) as near ${byDay} limit ${limit}),
      far as (${far} where (select count(*) from near) < ${limit} ${byDay} limit ${limit})
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
