import { createHash } from "node:crypto";
import { desc, sql } from "drizzle-orm";
import { auditEvents } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { storable } from "../storable.ts";
import type { AuditSubject } from "./vocabulary.ts";

/** Who did it: an official, a sender by receipt, or the portal itself (clocks, jobs, set-up). */
export type Actor = { id: string } | "sender" | "portal";

export type NewEvent = {
  act: string;
  subject: AuditSubject;
  subjectId: string;
  /** Facts only: states, reasons, numbers. Never an identity, never a text somebody wrote to us. */
  data?: Record<string, string | number | boolean | null>;
};

export const genesisHash = "0".repeat(64);

/** The hash of an event: SHA-256 over the previous hash and the event's canonical JSON. */
export function hashEvent(event: {
  seq: number;
  at: Date;
  officialId: string | null;
  actor: string;
  act: string;
  subject: string;
  subjectId: string;
  data: Record<string, unknown>;
  previousHash: string;
}): string {
  const data = Object.fromEntries(Object.entries(event.data).sort(([a], [b]) => (a < b ? -1 : 1)));
  const canonical = JSON.stringify([
    event.seq,
    event.at.toISOString(),
    event.officialId,
    event.actor,
    event.act,
    event.subject,
    event.subjectId,
    data,
    event.previousHash,
  ]);
  return createHash("sha256").update(canonical).digest("hex");
}

/** Any number, the same on every node. */
const chainLock = 7_406_215;

/**
 * Appends an event to the hash chain, in the act's own transaction. The chain is locked until commit, so it never forks
 * and a rolled-back act leaves no gap. At commit the database notes the chain's end in `audit_head`, which shows a cut.
 */
export async function recordEvent(tx: Db, by: Actor, event: NewEvent, now = new Date()): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${chainLock})`);
  const [last] = await tx.select({ seq: auditEvents.seq, hash: auditEvents.hash }).from(auditEvents).orderBy(desc(auditEvents.seq)).limit(1);

  const row = {
    seq: (last?.seq ?? 0) + 1,
    at: now,
    officialId: typeof by === "object" ? by.id : null,
    actor: typeof by === "object" ? ("official" as const) : by,
    act: event.act,
    subject: event.subject,
    subjectId: event.subjectId,
    // A reason may have been cut in the middle of a letter, which `jsonb` does not take.
    data: Object.fromEntries(Object.entries(event.data ?? {}).map(([name, fact]) => [name, typeof fact === "string" ? storable(fact) : fact])),
    previousHash: last?.hash ?? genesisHash,
  };
  await tx.insert(auditEvents).values({ ...row, hash: hashEvent(row) });
}
