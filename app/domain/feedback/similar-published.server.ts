import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { publicCopies } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { PublicContent } from "../publishing/index.server.ts";
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

/**
 * Published answers whose title is like what somebody is about to send: maybe it is answered already. Reads public
 * copies only, by their trigram index. @param text subject, or the first sentence
 */
export async function similarPublished(db: Db, text: string, limit = 3): Promise<SimilarAnswer[]> {
  const typed = fold(text).slice(0, 200);
  if (typed.length < 8) return [];
  const alike = sql<number>`greatest(similarity(${publicCopies.titleFolded}, ${typed}), word_similarity(${typed}, ${publicCopies.titleFolded}) * 0.9)`;
  const rows = await db
    .select({ content: publicCopies.content })
    .from(publicCopies)
    .where(
      and(
        eq(publicCopies.kind, "case"),
        isNull(publicCopies.hiddenAt),
        // The operators' own thresholds let the index do the work.
        sql`(${publicCopies.titleFolded} % ${typed} or ${typed} <% ${publicCopies.titleFolded})`,
        sql`${alike} >= ${alikeFrom}`,
      ),
    )
    .orderBy(desc(alike), desc(publicCopies.sortDay), publicCopies.slug)
    .limit(Math.min(Math.max(limit, 1), 10));
  return rows.map(({ content }) => {
    const { code, title, question, answer, unit, answeredOn } = content as PublicContent["case"];
    return { code, title, question, answer, unit, answeredOn };
  });
}
