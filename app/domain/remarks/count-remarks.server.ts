import { count, eq, sql } from "drizzle-orm";
import { remarks, remarkTags, sheetTexts } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Round } from "../surveys/index.server.ts";
import { type RemarkStanding, remarkStandings } from "./vocabulary.ts";

/** So many answers are counted one by one; of more it is said that there are more. */
export const countedMost = 10_000;

export type RemarkCounts = {
  /** Answers there are: at most `countedMost` + 1. */
  all: number;
  byStanding: Record<RemarkStanding, number>;
  /** How often each tag was given, by unit. */
  tags: { tag: string; unitId: string; n: number }[];
};

/** How far the open answers of a round are read, and what they are about. For officials: nothing is hidden. */
export async function countRemarks(db: Db, round: Round): Promise<RemarkCounts> {
  const texts = db
    .select({ one: sql`1`.as("one") })
    .from(sheetTexts)
    .where(eq(sheetTexts.roundId, round.id))
    .limit(countedMost + 1)
    .as("texts");
  const [[all], states, tags] = await Promise.all([
    db.select({ n: count() }).from(texts),
    db.select({ state: remarks.state, n: count() }).from(remarks).where(eq(remarks.roundId, round.id)).groupBy(remarks.state),
    db
      .select({ tag: remarkTags.tag, unitId: remarkTags.unitId, n: count() })
      .from(remarkTags)
      .where(eq(remarkTags.roundId, round.id))
      .groupBy(remarkTags.tag, remarkTags.unitId),
  ]);
  const byStanding = Object.fromEntries(remarkStandings.map((standing) => [standing, 0])) as Record<RemarkStanding, number>;
  for (const { state, n } of states) byStanding[state] = n;
  const total = all?.n ?? 0;
  byStanding.new = Math.max(0, total - states.reduce((sum, { n }) => sum + n, 0));
  return { all: total, byStanding, tags };
}
