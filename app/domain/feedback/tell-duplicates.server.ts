import { and, eq, isNull } from "drizzle-orm";
import { cases, publicCopies } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import type { Keys } from "../keys.ts";
import type { MessageOf } from "../messages/index.server.ts";
import { tellSender } from "./identity.server.ts";
import type { CaseRow } from "./take-case.server.ts";
import type { CaseState } from "./vocabulary.ts";

type Duplicate = Pick<CaseRow, "id" | "code" | "language">;
type Lead = Pick<CaseRow, "id" | "code" | "answeredAt">;

/** States of a case whose answer is given, in public or not. */
const answered: readonly CaseState[] = ["DA_CONG_KHAI", "KHONG_CONG_KHAI", "DONG"];

/**
 * A case was turned down as the duplicate of another: the sender of that one hears that somebody joined, and nothing
 * more. When that one was answered before, the sender of the duplicate hears so at once.
 */
export async function tellLead(tx: Db, keys: Keys, duplicate: Duplicate & Pick<CaseRow, "duplicateOfId">, now: Date): Promise<void> {
  if (!duplicate.duplicateOfId) return;
  const [lead] = await tx.select().from(cases).where(eq(cases.id, duplicate.duplicateOfId));
  if (!lead) return;
  await tellSender(tx, keys, lead, { template: "case_joined", data: { code: lead.code } }, now);
  if (!lead.answeredAt || !answered.includes(lead.state)) return;
  await tellSender(tx, keys, duplicate, toFollower(duplicate, lead, await isPublic(tx, lead.code)), now);
}

/**
 * A case is answered: the senders of its duplicates, who got no answer of their own, are told. Of an answer that is not
 * public they hear the day and nothing else: neither whose case it was nor why.
 */
export async function tellFollowers(tx: Db, keys: Keys, lead: Lead, outcome: "published" | "withheld", now: Date): Promise<void> {
  const followers = await tx
    .select({ id: cases.id, code: cases.code, language: cases.language })
    .from(cases)
    .where(and(eq(cases.duplicateOfId, lead.id), eq(cases.state, "TU_CHOI"), eq(cases.refusalReason, "R05")));
  for (const one of followers) await tellSender(tx, keys, one, toFollower(one, lead, outcome === "published"), now);
}

const toFollower = ({ code }: Duplicate, lead: Lead, published: boolean): MessageOf =>
  published
    ? { template: "case_lead_published", data: { code, lead: lead.code } }
    : { template: "case_lead_withheld", data: { code, answeredOn: civilDay(lead.answeredAt ?? new Date(0)) } };

async function isPublic(tx: Db, code: string): Promise<boolean> {
  const shown = and(eq(publicCopies.kind, "case"), eq(publicCopies.slug, code), isNull(publicCopies.hiddenAt));
  return (await tx.$count(publicCopies, shown)) > 0;
}
