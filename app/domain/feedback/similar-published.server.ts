import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { publicCopies } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { type PublicContent, rarestTitleWords } from "../publishing/index.server.ts";
import { fold } from "../text.ts";

export type SimilarAnswer = {
  code: string;
  title: string;
  question: string;
  answer: string;
  unit: PublicContent["case"]["unit"];
  answeredOn: string;
};

/** Below this a title shares hardly more than common syllables. */
const alikeFrom = 0.35;

/** Titles that share two of the rarest words are compared letter by letter: the newest of them. */
const rarestAsked = 5;
const comparedMost = 300;

/**
 * Published answers whose title is like what somebody is about to send: maybe it is answered already. Reads public
 * copies only. Which titles are compared is found by words, so that the cost does not follow the number of answers.
 * @param text subject, or the first sentence
 */
export async function similarPublished(db: Db, text: string, limit = 3): Promise<SimilarAnswer[]> {
  const typed = fold(text).slice(0, 200);
  if (typed.length < 8) return [];
  const words = await rarestTitleWords(db, typed, rarestAsked);
  const pairs = words.flatMap((word, index) => words.slice(index + 1).map((other) => `(${word}:A & ${other}:A)`));
  if (pairs.length === 0) return [];

  const near = db
    .select({ slug: publicCopies.slug, sortDay: publicCopies.sortDay, titleFolded: publicCopies.titleFolded, content: publicCopies.content })
    .from(publicCopies)
    .where(
      and(eq(publicCopies.kind, "case"), isNull(publicCopies.hiddenAt), sql`${publicCopies.search} @@ to_tsquery('simple', ${pairs.join(" | ")})`),
    )
    .orderBy(desc(publicCopies.sortDay), asc(publicCopies.slug))
    .limit(comparedMost)
    .as("near");
  const alike = sql<number>`greatest(similarity(${near.titleFolded}, ${typed}), word_similarity(${typed}, ${near.titleFolded}) * 0.9)`;
  const rows = await db
    .select({ content: near.content })
    .from(near)
    .where(sql`${alike} >= ${alikeFrom}`)
    .orderBy(desc(alike), desc(near.sortDay), asc(near.slug))
    .limit(Math.min(Math.max(limit, 1), 10));
  return rows.map(({ content }) => {
    const { code, title, question, answer, unit, answeredOn } = content as PublicContent["case"];
    return { code, title, question, answer, unit, answeredOn };
  });
}
