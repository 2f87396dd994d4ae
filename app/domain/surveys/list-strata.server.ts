import { asc, eq } from "drizzle-orm";
import { sampleStrata } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { noProcedure } from "./sheet-marks.server.ts";
import type { SampleStratum } from "./weigh-sample.ts";

/** What people of a round were drawn from; none where nobody was, or by other means than the portal's. */
export async function listStrata(db: Db, roundId: string): Promise<SampleStratum[]> {
  const rows = await db
    .select({ unitId: sampleStrata.unitId, procedureId: sampleStrata.procedureId, population: sampleStrata.population })
    .from(sampleStrata)
    .where(eq(sampleStrata.roundId, roundId))
    .orderBy(asc(sampleStrata.unitId), asc(sampleStrata.procedureId));
  return rows.map((row) => ({ ...row, procedureId: row.procedureId === noProcedure ? null : row.procedureId }));
}
