import { and, count, eq, sql } from "drizzle-orm";
import { sheetTexts } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { remarksLeast } from "./vocabulary.ts";

/** True where enough people answered the question about the unit in the round, so that words cannot be pinned on one of them. */
export async function groupIsLarge(db: Db, group: { roundId: string; unitId: string; question: string }): Promise<boolean> {
  const some = db
    .select({ one: sql`1`.as("one") })
    .from(sheetTexts)
    .where(and(eq(sheetTexts.roundId, group.roundId), eq(sheetTexts.unitId, group.unitId), eq(sheetTexts.question, group.question)))
    .limit(remarksLeast)
    .as("some");
  const [row] = await db.select({ n: count() }).from(some);
  return (row?.n ?? 0) >= remarksLeast;
}
