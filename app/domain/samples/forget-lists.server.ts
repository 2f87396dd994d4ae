import { and, asc, inArray, isNull, lte } from "drizzle-orm";
import { sampleFrames, sampleStrata } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { plusDays } from "../calendar/civil-day.ts";
import { listKeptDays } from "./vocabulary.ts";

/**
 * Keeps the term told at /quyen-rieng-tu: lists that nobody drew from go after a week.
 * @param today in Vietnam
 * @param atMost lists of one call; the caller asks again until there are none
 * @returns how many lists
 */
export async function forgetLists(tx: Db, today: string, atMost: number): Promise<number> {
  const old = await tx
    .select({ id: sampleFrames.id, roundId: sampleFrames.roundId })
    .from(sampleFrames)
    .where(and(isNull(sampleFrames.drawnAt), lte(sampleFrames.uploadedOn, plusDays(today, -listKeptDays - 1))))
    .orderBy(asc(sampleFrames.id))
    .limit(atMost)
    .for("update", { skipLocked: true });
  if (old.length === 0) return 0;

  const [ids, roundIds] = [old.map(({ id }) => id), old.map(({ roundId }) => roundId)];
  await tx.delete(sampleFrames).where(inArray(sampleFrames.id, ids));
  await tx.delete(sampleStrata).where(inArray(sampleStrata.roundId, roundIds));
  return old.length;
}
