import { and, eq } from "drizzle-orm";
import { samplePeople, slips } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Keys } from "../keys.ts";
import { sampleSlipCode } from "../surveys/index.server.ts";

/** The code of a drawn person's slip; undefined once it was used, so that nobody is reminded of what they did. */
export async function slipCodeFor(db: Db, keys: Keys, samplePersonId: string): Promise<string | undefined> {
  const [slip] = await db
    .select({ id: slips.id })
    .from(samplePeople)
    .innerJoin(slips, and(eq(slips.id, samplePeople.slipId), eq(slips.state, "issued")))
    .where(eq(samplePeople.id, samplePersonId));
  return slip && sampleSlipCode(keys, slip.id);
}
