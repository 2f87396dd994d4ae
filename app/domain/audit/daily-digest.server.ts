import { and, desc, gt, gte, inArray, lt, max, sql } from "drizzle-orm";
import { auditDigests, auditEvents } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { type CivilDay, plusDays, startOfCivilDay } from "../calendar/civil-day.ts";

/** One day of the trace: how many events, the number of its last one, and that one's hash, which covers all before it. */
export type DailyDigest = { day: CivilDay; events: number; seq: number; hash: string };

/**
 * Digests of finished days that had events, newest first. Days that nobody has stored yet are computed.
 * Anybody who keeps a printed digest can prove that the trace before it was not changed later.
 */
export async function listDigests(db: Db, today: CivilDay, { limit = 30 }: { limit?: number } = {}): Promise<DailyDigest[]> {
  const stored = await db
    .select({ day: auditDigests.day, events: auditDigests.events, seq: auditDigests.seq, hash: auditDigests.hash })
    .from(auditDigests)
    .where(lt(auditDigests.day, today))
    .orderBy(desc(auditDigests.day))
    .limit(limit);
  return [...(await computeMissing(db, today)), ...stored].slice(0, limit);
}

/** Stores the digests of all finished days that are missing; safe to run twice and on several nodes. @returns how many */
export async function storeDigests(db: Db, today: CivilDay, now = new Date()): Promise<number> {
  const missing = await computeMissing(db, today);
  if (missing.length === 0) return 0;
  const rows = missing.map((digest) => ({ ...digest, createdAt: now }));
  const written = await db.insert(auditDigests).values(rows).onConflictDoNothing().returning({ day: auditDigests.day });
  return written.length;
}

/**
 * Finished days after the last stored one. An event of such a day was written after its day had begun, so it stands
 * behind every digest that was stored before: the trace is read from there, not from its beginning.
 */
async function computeMissing(db: Db, today: CivilDay): Promise<DailyDigest[]> {
  const [last] = await db.select({ day: max(auditDigests.day) }).from(auditDigests);
  const from = last?.day ? startOfCivilDay(plusDays(last.day, 1)) : undefined;
  const [before] = from
    ? await db
        .select({ seq: max(auditDigests.seq) })
        .from(auditDigests)
        .where(lt(auditDigests.createdAt, from))
    : [];

  const day = sql<string>`(${auditEvents.at} at time zone 'Asia/Ho_Chi_Minh')::date`.mapWith(String);
  const days = await db
    .select({ day, events: sql`count(*)`.mapWith(Number), seq: sql`max(${auditEvents.seq})`.mapWith(Number) })
    .from(auditEvents)
    .where(and(gt(auditEvents.seq, before?.seq ?? 0), from && gte(auditEvents.at, from), lt(auditEvents.at, startOfCivilDay(today))))
    .groupBy(sql`1`)
    .orderBy(sql`1 desc`);
  if (days.length === 0) return [];

  const hashes = await db
    .select({ seq: auditEvents.seq, hash: auditEvents.hash })
    .from(auditEvents)
    .where(
      inArray(
        auditEvents.seq,
        days.map(({ seq }) => seq),
      ),
    );
  const hashOf = new Map(hashes.map(({ seq, hash }) => [seq, hash]));
  return days.map((one) => ({ ...one, hash: hashOf.get(one.seq) ?? "" }));
}
