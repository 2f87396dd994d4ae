import { and, gte, lte, sql } from "drizzle-orm";
import { similarDays } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { type CivilDay, civilDay } from "../calendar/civil-day.ts";

/** What can come of showing similar published answers before a letter is sent. */
export type SimilarOutcome = "shown" | "resolved" | "sentAnyway";
export type SimilarFigures = Record<SimilarOutcome, number>;

/**
 * Counts one on its day in Vietnam: similar answers were shown, they settled the matter, or the letter was sent all the
 * same. A number and nothing else: neither text nor person nor which answer it was.
 */
export async function countSimilar(db: Db, outcome: SimilarOutcome, now: Date): Promise<void> {
  await db
    .insert(similarDays)
    .values({ day: civilDay(now), [outcome]: 1 })
    .onConflictDoUpdate({ target: similarDays.day, set: { [outcome]: sql`${similarDays[outcome]} + 1` } });
}

/** How often similar answers were shown from one day to another, both counted, and what came of it. */
export async function similarFigures(db: Db, from: CivilDay, to: CivilDay): Promise<SimilarFigures> {
  const sum = (outcome: SimilarOutcome) => sql<number>`coalesce(sum(${similarDays[outcome]}), 0)`.mapWith(Number);
  const [figures] = await db
    .select({ shown: sum("shown"), resolved: sum("resolved"), sentAnyway: sum("sentAnyway") })
    .from(similarDays)
    .where(and(gte(similarDays.day, from), lte(similarDays.day, to)));
  return figures ?? { shown: 0, resolved: 0, sentAnyway: 0 };
}
