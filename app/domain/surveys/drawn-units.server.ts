import { eq, sum } from "drizzle-orm";
import { sampleStrata } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";

/** People on the list of a unit and how many of them were drawn, N and n of its strata together. */
export type DrawnUnit = { unitId: string; population: number; drawn: number };

/** The units of a round that people were drawn from; none before the draw and where nobody is drawn. */
export async function listDrawnUnits(db: Db, roundId: string): Promise<DrawnUnit[]> {
  const rows = await db
    .select({ unitId: sampleStrata.unitId, population: sum(sampleStrata.population).mapWith(Number), drawn: sum(sampleStrata.drawn).mapWith(Number) })
    .from(sampleStrata)
    .where(eq(sampleStrata.roundId, roundId))
    .groupBy(sampleStrata.unitId)
    .orderBy(sampleStrata.unitId);
  return rows.filter(({ drawn }) => drawn > 0);
}
