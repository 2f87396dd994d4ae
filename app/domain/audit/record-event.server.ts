import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { auditEvents, auditHead } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
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

/**
 * Appends an event to the hash chain, in the act's own transaction.
 * The head's row is locked until commit, so the chain never forks and a rolled-back act leaves no gap.
 */
export async function recordEvent(tx: Db, by: Actor, event: NewEvent, now = new Date()): Promise<void> {
  const [head] = await tx.select().from(auditHead).where(eq(auditHead.id, 1)).for("update");
  if (!head) throw new Error("The audit chain has no head: the database was not migrated");

  const row = {
    seq: head.seq + 1,
    at: now,
    officialId: typeof by === "object" ? by.id : null,
    actor: typeof by === "object" ? ("official" as const) : by,
    act: event.act,
    subject: event.subject,
    subjectId: event.subjectId,
    data: event.data ?? {},
    previousHash: head.hash,
  };
  const hash = hashEvent(row);
  await tx.insert(auditEvents).values({ ...row, hash });
  await tx.update(auditHead).set({ seq: row.seq, hash }).where(eq(auditHead.id, 1));
}
