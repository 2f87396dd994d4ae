import { eq } from "drizzle-orm";
import { procedures, rounds, slips, units } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { hashSlipCode } from "./slip-code.server.ts";
import { type SlipStanding, standingOf, takesAnswers } from "./rules.ts";

export type FoundSlip = { standing: SlipStanding; round: string; unit: string; procedure: string | null; expiresOn: string };

/**
 * A slip by the code somebody typed or scanned, with the slugs of what it is for; undefined when there is none. Only
 * looks: mail scanners and camera previews open links too, so nothing but sending the answers uses a slip up.
 */
export async function findSlip(db: Db, code: string, today: string): Promise<FoundSlip | undefined> {
  const codeHash = hashSlipCode(code);
  if (!codeHash) return undefined;
  const [row] = await db
    .select({ slip: slips, round: rounds, unit: units.slug, procedure: procedures.slug })
    .from(slips)
    .innerJoin(rounds, eq(rounds.id, slips.roundId))
    .innerJoin(units, eq(units.id, slips.unitId))
    .leftJoin(procedures, eq(procedures.id, slips.procedureId))
    .where(eq(slips.codeHash, codeHash));
  if (!row) return undefined;
  return {
    standing: standingOf(row.slip, takesAnswers(row.round, today), today),
    round: row.round.slug,
    unit: row.unit,
    procedure: row.procedure,
    expiresOn: row.slip.expiresOn,
  };
}
