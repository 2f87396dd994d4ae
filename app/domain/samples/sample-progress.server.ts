import { and, eq, sql } from "drizzle-orm";
import { sampleFrames, samplePeople, sampleStrata, slips } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { mailFailed } from "./people-due.server.ts";
import { noProcedure } from "./vocabulary.ts";

/** How far a stratum has come. `procedureId`: zeros for none. */
export type StratumProgress = {
  unitId: string;
  procedureId: string;
  /** N_h: transactions of the list. */
  population: number;
  /** Answers wanted. */
  planned: number;
  /** n_h: people drawn. */
  drawn: number;
  /** Letters printed and mails that did not come back. */
  reached: number;
  /** Codes used. */
  answered: number;
  /** answered / drawn, 0–1; null before the draw. */
  rate: number | null;
};

/**
 * How far the sample of a round has come, by stratum, largest first; empty without a list. Counted from codes, never from
 * people, so that it tells the same after their names are gone.
 */
export async function sampleProgress(db: Db, roundId: string): Promise<StratumProgress[]> {
  const strata = await db.select().from(sampleStrata).where(eq(sampleStrata.roundId, roundId));
  if (strata.length === 0) return [];
  const reached = await db
    .select({ unitId: samplePeople.unitId, procedureId: samplePeople.procedureId, n: sql<number>`count(*)::integer` })
    .from(samplePeople)
    .innerJoin(sampleFrames, eq(sampleFrames.id, samplePeople.frameId))
    .where(and(eq(sampleFrames.roundId, roundId), eq(samplePeople.delivery, "sent"), sql`not ${mailFailed}`))
    .groupBy(samplePeople.unitId, samplePeople.procedureId);
  const answered = await db
    .select({ unitId: slips.unitId, procedureId: slips.procedureId, n: sql<number>`count(*)::integer` })
    .from(slips)
    .where(and(eq(slips.roundId, roundId), eq(slips.mode, "sample"), eq(slips.state, "used")))
    .groupBy(slips.unitId, slips.procedureId);

  const countOf = (rows: typeof answered, of: { unitId: string; procedureId: string }) =>
    rows.find((row) => row.unitId === of.unitId && (row.procedureId ?? noProcedure) === of.procedureId)?.n ?? 0;
  return strata
    .map(({ roundId: _, ...stratum }) => {
      const own = countOf(answered, stratum);
      return { ...stratum, reached: countOf(reached, stratum), answered: own, rate: stratum.drawn > 0 ? own / stratum.drawn : null };
    })
    .sort((a, b) => b.population - a.population || (a.unitId + a.procedureId < b.unitId + b.procedureId ? -1 : 1));
}
