import { and, eq, gte, isNull, ne, or } from "drizzle-orm";
import { apiKeys } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { CivilDay } from "../calendar/civil-day.ts";
import { hashOfCode } from "./api-key-code.server.ts";
import type { ApiKeyScope } from "./vocabulary.ts";

export type ApiKey = { id: string; partner: string; hourlyLimit: number };

/** The key a caller sent, if it opens this today: issued, neither revoked nor past its last day. Notes the day of its use. */
export async function findApiKey(db: Db, sent: string, scope: ApiKeyScope, today: CivilDay): Promise<ApiKey | undefined> {
  if (!sent || sent.length > 200) return undefined;
  const [key] = await db
    .select({ id: apiKeys.id, partner: apiKeys.partner, hourlyLimit: apiKeys.hourlyLimit, usedOn: apiKeys.usedOn })
    .from(apiKeys)
    .where(and(eq(apiKeys.keyHash, hashOfCode(sent)), eq(apiKeys.scope, scope), isNull(apiKeys.revokedAt), gte(apiKeys.validUntil, today)));
  if (!key) return undefined;
  if (key.usedOn !== today) {
    await db
      .update(apiKeys)
      .set({ usedOn: today })
      .where(and(eq(apiKeys.id, key.id), or(isNull(apiKeys.usedOn), ne(apiKeys.usedOn, today))));
  }
  return { id: key.id, partner: key.partner, hourlyLimit: key.hourlyLimit };
}
