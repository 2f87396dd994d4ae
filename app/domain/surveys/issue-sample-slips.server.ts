import { randomUUID } from "node:crypto";
import { slips } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import type { Keys } from "../keys.ts";
import type { Official } from "../people/official.ts";
import { hashSlipCode, sampleSlipCode } from "./slip-code.server.ts";

const atOnce = 1000;

/**
 * Issues one slip for each drawn person, in their order; good until the round's last day. Rights are asked by the act
 * that draws.
 * @param strata the stratum of each; a procedure only where it makes one, since the sheet will say it
 * @returns the ids of the slips
 */
export async function issueSampleSlips(
  tx: Db,
  keys: Keys,
  by: Official,
  round: { id: string; closesOn: string },
  strata: readonly { unitId: string; procedureId: string | null }[],
  now: Date,
): Promise<string[]> {
  const rows = strata.map(({ unitId, procedureId }) => {
    const id = randomUUID();
    return {
      id,
      codeHash: hashSlipCode(sampleSlipCode(keys, id)) ?? "",
      roundId: round.id,
      unitId,
      procedureId,
      mode: "sample" as const,
      // The list is of transactions that are over.
      occasion: "result" as const,
      issuedOn: civilDay(now),
      expiresOn: round.closesOn,
      issuedById: by.id,
    };
  });
  for (let from = 0; from < rows.length; from += atOnce) await tx.insert(slips).values(rows.slice(from, from + atOnce));
  return rows.map(({ id }) => id);
}
