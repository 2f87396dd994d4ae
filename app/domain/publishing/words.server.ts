import { and, asc, count, desc, eq, type SQL, sql } from "drizzle-orm";
import { publicCopies } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { fold } from "../text.ts";
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

/**
 * The line that finds what was typed, and how many of the newest to put in order, among the copies that `wanted` names: every word; where hardly any copy has them all,
 * also what may have been meant. Words are corrected by the list of words of titles, whose length does not follow the number of copies.
 * @param kinds asked one by one, each in the order of its own index; without them `wanted` names the one
 */
export async function wordsOf(db: Db, q: string, wanted: readonly SQL[], kinds: readonly PublicKind[] = []): Promise<{ has: SQL; most: number }> {
  const typed = typedAs(q);
  const whole = everyWord(typed);
  const lists =
    kinds.length === 0
      ? [newest(db, [...wanted, whole], enough)]
      : kinds.map((kind) => newest(db, [eq(publicCopies.kind, kind), ...wanted, whole], enough));
  const found = lists.map((list) => sql`(${list})`);
  const [row] = await db.select({ n: count() }).from(sql`(${sql.join(found, sql` union all `)}) found`);
  const n = row?.n ?? 0;
  if (n >= enough) return { has: whole, most: rankedMost };
  const meant = await whatWasMeant(db, typed);
  if (meant === undefined) return { has: whole, most: rankedMost };
  // Where nothing holds what was typed it is not looked for again: an index is quicker at one set of words than at either of two.
  return { has: n === 0 ? meantWords(meant) : everyWordOr(typed, meant), most: correctedMost };
}

/** The newest copies that all of this is true of. In this order, so that an index is followed and left early. */
export const newest = (db: Db, wanted: readonly SQL[], limit: number) =>
  db
    .select({ kind: publicCopies.kind, slug: publicCopies.slug })
    .from(publicCopies)
    .where(and(...wanted))
    .orderBy(desc(publicCopies.sortDay), asc(publicCopies.slug))
    .limit(limit);

/** How well a copy fits what was typed. */
export function relevance(q: string): SQL<number> {
  const typed = typedAs(q);
  return sql<number>`ts_rank(${publicCopies.search}, plainto_tsquery('simple', ${typed})) + 2 * word_similarity(${typed}, ${publicCopies.titleFolded})`;
}
