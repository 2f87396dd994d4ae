import { and, eq } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Keys } from "../keys.ts";
import { tellSender } from "./identity.server.ts";
import type { CaseRow } from "./take-case.server.ts";

/** A case was turned down as the duplicate of another: the sender of that one hears that somebody joined, and nothing more. */
export async function tellLead(tx: Db, keys: Keys, duplicate: Pick<CaseRow, "duplicateOfId">, now: Date): Promise<void> {
  if (!duplicate.duplicateOfId) return;
  const [lead] = await tx
    .select({ id: cases.id, code: cases.code, language: cases.language })
    .from(cases)
    .where(eq(cases.id, duplicate.duplicateOfId));
  if (lead) await tellSender(tx, keys, lead, { template: "case_joined", data: { code: lead.code } }, now);
}

/** The answer to a case is public: the senders of its duplicates, who got none of their own, are told where it stands. */
export async function tellFollowers(tx: Db, keys: Keys, lead: Pick<CaseRow, "id" | "code">, now: Date): Promise<void> {
  const followers = await tx
    .select({ id: cases.id, code: cases.code, language: cases.language })
    .from(cases)
    .where(and(eq(cases.duplicateOfId, lead.id), eq(cases.state, "TU_CHOI"), eq(cases.refusalReason, "R05")));
  for (const one of followers) {
    await tellSender(tx, keys, one, { template: "case_lead_published", data: { code: one.code, lead: lead.code } }, now);
  }
}
