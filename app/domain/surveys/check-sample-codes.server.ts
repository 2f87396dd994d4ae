import { inArray } from "drizzle-orm";
import { slips } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { hashSlipCode } from "./slip-code.server.ts";

/** Why a code of an invitation lets no sheet in. */
type CodeProblem = "code_unknown" | "code_other_round" | "code_used" | "code_cancelled" | "code_expired";

/**
 * Looks at codes of invitations that stand on paper, and says of each, in their order, why it cannot be used; undefined
 * where it can. Only looks: using one up is for `storeSheets`.
 * @param typed as people type codes, in whatever case, with spaces or dashes
 * @param day on which they have to have been good
 */
export async function checkSampleCodes(db: Db, roundId: string, typed: readonly string[], day: string): Promise<(CodeProblem | undefined)[]> {
  const hashes = typed.map((code) => hashSlipCode(code) ?? "");
  const known = hashes.filter(Boolean);
  const found = known.length === 0 ? [] : await db.select().from(slips).where(inArray(slips.codeHash, known));
  const byHash = new Map(found.map((slip) => [slip.codeHash, slip]));
  return hashes.map((hash) => {
    const slip = byHash.get(hash);
    // A slip of the desk is no invitation: who answers by it was not drawn.
    if (slip?.mode !== "sample") return "code_unknown";
    if (slip.roundId !== roundId) return "code_other_round";
    if (slip.state === "used") return "code_used";
    if (slip.state === "cancelled") return "code_cancelled";
    return slip.state === "expired" || slip.expiresOn < day ? "code_expired" : undefined;
  });
}
