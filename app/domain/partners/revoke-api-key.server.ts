import { and, eq, isNull } from "drizzle-orm";
import { apiKeys } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { recordEvent } from "../audit/index.server.ts";
import { done, refuse } from "../outcome.ts";
import type { Official } from "../people/official.ts";
import { mayManageKeys } from "./issue-api-key.server.ts";

/** Takes a key back, for good and at once. */
export async function revokeApiKey(db: Db, by: Official, id: string, now = new Date()) {
  if (!mayManageKeys(by)) return refuse("api_key.not_yours");
  return db.transaction(async (tx) => {
    const [revoked] = await tx
      .update(apiKeys)
      .set({ revokedAt: now })
      .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
      .returning({ partner: apiKeys.partner });
    if (!revoked) return refuse("api_key.not_in_use");
    await recordEvent(tx, by, { act: "api_key.revoked", subject: "api_key", subjectId: id, data: { partner: revoked.partner } }, now);
    return done({ partner: revoked.partner });
  });
}
