import { count, desc, eq } from "drizzle-orm";
import { apiKeys, partnerCases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { CivilDay } from "../calendar/civil-day.ts";
import type { Official } from "../people/official.ts";
import { mayManageKeys } from "./issue-api-key.server.ts";
import type { ApiKeyScope } from "./vocabulary.ts";

export type ApiKeyRow = {
  id: string;
  hint: string;
  partner: string;
  scope: ApiKeyScope;
  hourlyLimit: number;
  validUntil: CivilDay;
  usedOn: CivilDay | null;
  standing: "in_use" | "expired" | "revoked";
  demo: boolean;
  /** Cases that came with it. */
  cases: number;
};

const most = 500;

/** Every key, newest first; none to who may not manage them. */
export async function listApiKeys(db: Db, by: Official, today: CivilDay): Promise<ApiKeyRow[]> {
  if (!mayManageKeys(by)) return [];
  const rows = await db
    .select({ key: apiKeys, n: count(partnerCases.caseId) })
    .from(apiKeys)
    .leftJoin(partnerCases, eq(partnerCases.apiKeyId, apiKeys.id))
    .groupBy(apiKeys.id)
    .orderBy(desc(apiKeys.createdAt), apiKeys.id)
    .limit(most);
  return rows.map(({ key: { id, hint, partner, scope, hourlyLimit, validUntil, usedOn, revokedAt, demo }, n }) => ({
    id,
    hint,
    partner,
    scope,
    hourlyLimit,
    validUntil,
    usedOn,
    standing: revokedAt ? "revoked" : validUntil < today ? "expired" : "in_use",
    demo,
    cases: n,
  }));
}
