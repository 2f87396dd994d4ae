import { and, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { incomingMails, messages } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { eachInTurn } from "../each-in-turn.ts";
import { queueJob } from "../queue-job.server.ts";
import { claimMinutes, settleBrokenOff } from "./deliver.server.ts";
import { forgetUnconfirmed } from "./subscriptions.server.ts";

/** Messages given a new job in one run; the next run takes more. */
const atOnce = 500;
/** Messages, and notes of mail that came in, forgotten in one run: half a million a day. */
const forgottenMost = 5_000;
/** How long mail without a case is kept. */
const keptDays = 90;
const minutes = (n: number) => n * 60_000;

/**
 * Keeps the outbox moving whatever died: what was being handed over is settled as uncertain, what waits without a
 * living job gets a new one (a second job for the same mail does no harm), wishes nobody confirmed and old mail that
 * belongs to no case are forgotten. What fails keeps nothing else; errors are thrown at the end.
 */
export async function keepMessages(db: Db, now = new Date()): Promise<{ uncertain: number; queuedAgain: number; forgotten: number }> {
  const kept = { uncertain: 0, queuedAgain: 0, forgotten: 0 };
  const parts = [
    async () => (kept.uncertain = await settleBrokenOff(db, now)),
    async () => (kept.queuedAgain = await queueAgain(db, now)),
    async () => (kept.forgotten += await forgetUnconfirmed(db, now)),
    async () => (kept.forgotten += await forgetOldMail(db, now)),
  ];
  await eachInTurn(parts, (part) => part());
  return kept;
}

async function queueAgain(db: Db, now: Date): Promise<number> {
  const late = new Date(now.getTime() - minutes(claimMinutes));
  const waiting = and(
    inArray(messages.state, ["queued", "deferred"]),
    or(lt(messages.nextTryAt, late), and(isNull(messages.nextTryAt), lt(messages.createdAt, late))),
  );
  const abandoned = sql`${messages.state} = 'sending' and ${messages.handedOverAt} is null and ${messages.claimedAt} < ${late.toISOString()}::timestamptz`;
  // In any order: mails that no job can move do not stand before the others for ever.
  const rows = await db
    .select({ id: messages.id })
    .from(messages)
    .where(or(waiting, abandoned))
    .orderBy(sql`random()`)
    .limit(atOnce);
  for (const { id } of rows) await queueJob(db, { name: "deliver-message", data: { messageId: id } });
  return rows.length;
}

/** Mail that belongs to no case, with its sealed address, and the notes of what came in: kept while a return may be due. */
async function forgetOldMail(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  const old = db
    .select({ id: messages.id })
    .from(messages)
    .where(and(isNull(messages.caseId), lt(messages.createdAt, before)))
    .limit(forgottenMost);
  const sent = await db
    .delete(messages)
    .where(sql`${messages.id} = any(array${old})`)
    .returning({ id: messages.id });
  const oldNotes = db
    .select({ id: incomingMails.id })
    .from(incomingMails)
    .where(and(eq(incomingMails.state, "done"), lt(incomingMails.createdAt, before)))
    .limit(forgottenMost);
  await db.delete(incomingMails).where(sql`${incomingMails.id} = any(array${oldNotes})`);
  return sent.length;
}
