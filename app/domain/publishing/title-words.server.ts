import { inArray, sql } from "drizzle-orm";
import { titleWords } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";

/** What a word of the list looks like: letters alone, so that it stands in a query as it is. */
const listed = /^[a-z]{2,24}$/;

const shortestWord = 4;
const longWord = 8;
/** So many words of what was typed are corrected, and so many are thought of for each. */
const correctedMost = 8;
const meantMost = 6;

const wordsIn = (folded: string): string[] => [...new Set(folded.split(/[^a-z0-9]+/))].filter((word) => listed.test(word));

/** Lets search know the words of a new title. Words it has already cost nobody a lock. */
export async function addTitleWords(tx: Db, titleFolded: string): Promise<void> {
  const words = wordsIn(titleFolded);
  if (words.length === 0) return;
  await tx
    .insert(titleWords)
    .values(words.map((word) => ({ word, n: 1 })))
    .onConflictDoNothing();
}

/** Nightly: the words of the titles that are public now, and how many have each. A title that went takes its words along. */
export async function keepTitleWords(tx: Db): Promise<void> {
  await tx.execute(sql`
    with counted as (
      select word, ndoc from ts_stat('select to_tsvector(''simple'', title_folded) from public_copies where hidden_at is null')
      where word ~ ${listed.source}
    ), gone as (
      delete from ${titleWords} where not exists (select 1 from counted where counted.word = ${titleWords.word})
    )
    insert into ${titleWords} (word, n) select word, ndoc from counted order by word
    on conflict (word) do update set n = excluded.n where ${titleWords.n} <> excluded.n`);
}

/**
 * The query (`to_tsquery` with “simple”) of what may have been meant by words with slips of the finger: for each word those of
 * public titles that are one letter away, or have two neighbours swapped; two letters for long words. A word that
 * is like none is left out, as long as most of the letters typed stay. Undefined where nothing may have been meant.
 * @param typed folded
 */
export async function whatWasMeant(db: Db, typed: string): Promise<string | undefined> {
  const words = wordsIn(typed).slice(0, correctedMost);
  if (words.length === 0) return undefined;
  const near = await db.execute<{ typed: string; word: string }>(sql`
    select typed, word from unnest(${sql.param(words)}::text[]) as given (typed), lateral (
      select word from ${titleWords}
      where word = typed
        or (length(typed) >= ${shortestWord} and abs(length(word) - length(typed)) <= 2
          and (levenshtein_less_equal(word, typed, case when length(typed) >= ${longWord} then 2 else 1 end) <= case when length(typed) >= ${longWord} then 2 else 1 end
            or word = any(${sql.param(words.flatMap(swapped))}::text[]) and levenshtein_less_equal(word, typed, 2) <= 2))
      order by word <> typed, n desc, word limit ${meantMost}
    ) as meant`);

  const meant = words.map((word) => near.filter((row) => row.typed === word).map((row) => row.word));
  const known = words.filter((_, index) => meant[index]?.length);
  if (known.join("").length * 2 <= words.join("").length) return undefined;
  return meant.flatMap((some) => (some.length === 0 ? [] : [`(${some.join(" | ")})`])).join(" & ");
}

/** A word with each two neighbours swapped. */
const swapped = (word: string): string[] =>
  Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`);

/** Words of the text that stand in public titles, the rarest first, at most `most`. */
export async function rarestTitleWords(db: Db, folded: string, most: number): Promise<string[]> {
  const words = wordsIn(folded);
  if (words.length === 0) return [];
  const rows = await db
    .select({ word: titleWords.word })
    .from(titleWords)
    .where(inArray(titleWords.word, words))
    .orderBy(titleWords.n, sql`length(${titleWords.word}) desc`, titleWords.word)
    .limit(most);
  return rows.map(({ word }) => word);
}
