import { and, desc, eq, gte, lt, ne, type SQL } from "drizzle-orm";
import { auditEvents, officials } from "#db/schema/index.ts";
import { genesisHash } from "./record-event.server.ts";
import type { Db } from "#db/schema/handle.ts";
import { plusDays, startOfCivilDay } from "../calendar/civil-day.ts";
import type { Official } from "../people/official.ts";
import type { AuditSubject } from "./vocabulary.ts";

export type EventRow = {
  seq: number;
  at: Date;
  actor: "official" | "sender" | "portal";
  official: { id: string; name: string } | null;
  act: string;
  subject: AuditSubject;
  subjectId: string;
  data: Record<string, unknown>;
  hash: string;
};

/** Days are Vietnam's, both included. */
export type EventFilter = {
  subject?: AuditSubject | undefined;
  subjectId?: string | undefined;
  act?: string | undefined;
  officialId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

/** True when this official reads the trace of the whole portal; it knows no units, so a right on a unit is not enough. */
export const mayReadTrace = (by: Official): boolean => by.scopes["audit.read"] === "all";

/** What is confidential is hidden from those who may not know that it exists. */
const seenBy = (by: Official): SQL | undefined => (by.may.includes("confidential.read") ? undefined : ne(auditEvents.subject, "confidential"));

/** Events, newest first. @param page keyset: `before` is the number of the last one shown. Nothing without the right. */
export async function listEvents(
  db: Db,
  by: Official,
  filter: EventFilter,
  { before, limit = 50 }: { before?: number | undefined; limit?: number } = {},
): Promise<{ items: EventRow[]; next: number | null }> {
  if (!mayReadTrace(by)) return { items: [], next: null };
  const rows = await db
    .select({ event: auditEvents, name: officials.name })
    .from(auditEvents)
    .leftJoin(officials, eq(officials.id, auditEvents.officialId))
    .where(
      and(
        seenBy(by),
        before === undefined ? undefined : lt(auditEvents.seq, before),
        filter.subject ? eq(auditEvents.subject, filter.subject) : undefined,
        filter.subjectId ? eq(auditEvents.subjectId, filter.subjectId) : undefined,
        filter.act ? eq(auditEvents.act, filter.act) : undefined,
        filter.officialId ? eq(auditEvents.officialId, filter.officialId) : undefined,
        filter.from ? gte(auditEvents.at, startOfCivilDay(filter.from)) : undefined,
        filter.to ? lt(auditEvents.at, startOfCivilDay(plusDays(filter.to, 1))) : undefined,
      ),
    )
    .orderBy(desc(auditEvents.seq))
    .limit(limit + 1);

  const items = rows.slice(0, limit).map(({ event, name }) => ({
    seq: event.seq,
    at: event.at,
    actor: event.actor,
    official: event.officialId ? { id: event.officialId, name: name ?? event.officialId } : null,
    act: event.act,
    subject: event.subject,
    subjectId: event.subjectId,
    data: event.data,
    hash: event.hash,
  }));
  return { items, next: rows.length > limit ? (items.at(-1)?.seq ?? null) : null };
}

/** How long the chain is and where it ends; whether it is sound, only `verifyChain` says. */
export async function findChainHead(db: Db): Promise<{ events: number; hash: string }> {
  const [last] = await db.select({ seq: auditEvents.seq, hash: auditEvents.hash }).from(auditEvents).orderBy(desc(auditEvents.seq)).limit(1);
  return { events: last?.seq ?? 0, hash: last?.hash ?? genesisHash };
}
