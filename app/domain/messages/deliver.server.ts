import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNotNull, isNull, lt, lte, or, sql } from "drizzle-orm";
import { messages } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Keys } from "../keys.ts";
import { blamesAddress } from "./delivery-codes.ts";
import { type DueMessage, prepareMessage } from "./prepare-message.server.ts";
import { noteHardBounce } from "./recipients.server.ts";
import type { DeliveryReason } from "./vocabulary.ts";

/** What went wrong on the way, without the address. `broken_off`: after the text was handed over, so it may have arrived. */
export type DeliveryFailure = { lasts: "for_good" | "for_now" | "broken_off"; reason: DeliveryReason; code: string | null; said: string };

/**
 * Hands one mail to the next server. It must call `handOver` when the server is ready for the text and before it gets
 * any, and send nothing when that answers false: the claim was lost.
 */
export type SendMessage = (message: DueMessage, handOver: () => Promise<boolean>) => Promise<DeliveryFailure | undefined>;

export type Delivery = { fate: "sent" | "failed" | "uncertain" | "suppressed" | "not_due" } | { fate: "deferred"; nextTryAt: Date };

/** Minutes to the next try after the first failure, the second, …; about three days in all (RFC 5321, 4.5.4.1). */
const retryAfterMinutes = [1, 5, 15, 30, 60, 120, 240, 480, 720, 1440, 1440] as const;
/** After so many tries a message has failed for good. */
export const maxAttempts = retryAfterMinutes.length + 1;
/** A worker that has not said what came of its mail by then is dead; every SMTP wait together is shorter. */
export const claimMinutes = 15;

const minutes = (n: number) => n * 60_000;

/**
 * Delivers a queued message at most once. It is claimed by a write of its own; the claim is asked again just before the
 * server gets the text, and from then on the message is never sent by another try. One that the portal itself fails on is put
 * off like one that a server does not take, so that it does not come back without end, and the error is thrown.
 * docs/decisions/0015.
 */
export async function deliver(db: Db, keys: Keys, messageId: string, send: SendMessage, now: Date): Promise<Delivery> {
  const claim = randomUUID();
  const row = await claimMessage(db, messageId, claim, now);
  if (!row) return { fate: (await settleBrokenOff(db, now, messageId)) > 0 ? "uncertain" : "not_due" };

  const mine = and(eq(messages.id, messageId), eq(messages.claim, claim));
  const finish = (set: Partial<typeof messages.$inferInsert>) =>
    db
      .update(messages)
      .set({ nextTryAt: null, ...set })
      .where(mine);

  const putOff = async (told: Partial<typeof messages.$inferInsert>): Promise<Delivery> => {
    const pause = retryAfterMinutes[row.attempts - 1];
    if (pause === undefined) {
      await finish({ ...told, state: "failed", reason: "too_late" });
      return { fate: "failed" };
    }
    const nextTryAt = new Date(now.getTime() + minutes(pause));
    await finish({ ...told, state: "deferred", nextTryAt, handedOverAt: null });
    return { fate: "deferred", nextTryAt };
  };
  const handed = { over: false };
  const handOver = async () => {
    handed.over = true;
    const [still] = await db
      .update(messages)
      .set({ handedOverAt: now })
      .where(and(mine, eq(messages.state, "sending")))
      .returning({ id: messages.id });
    return still !== undefined;
  };

  let failure: DeliveryFailure | undefined;
  try {
    const prepared = await prepareMessage(db, keys, row, now);
    if (!prepared.ok) {
      await finish({ state: prepared.state, reason: prepared.reason });
      return { fate: prepared.state };
    }
    failure = await send(prepared.message, handOver);
  } catch (error) {
    if (!handed.over) await putOff({ reason: null, code: null, lastError: null });
    throw error;
  }
  if (!failure) {
    await finish({ state: "sent", sentAt: now, reason: null, code: null, lastError: null });
    return { fate: "sent" };
  }
  const told = { reason: failure.reason, code: failure.code, lastError: failure.said.slice(0, 300) };
  if (failure.lasts === "broken_off") {
    await finish({ ...told, state: "uncertain" });
    return { fate: "uncertain" };
  }
  if (failure.lasts === "for_good") {
    await finish({ ...told, state: "failed" });
    if (row.addressHash && blamesAddress(failure.reason)) await noteHardBounce(db, row.addressHash, failure.code, now);
    return { fate: "failed" };
  }
  return putOff(told);
}

/** Takes the message for one worker. A dead worker's claim is taken over only while the server had nothing of the text. */
async function claimMessage(db: Db, messageId: string, claim: string, now: Date) {
  const due = and(inArray(messages.state, ["queued", "deferred"]), or(isNull(messages.nextTryAt), lte(messages.nextTryAt, now)));
  const abandoned = and(eq(messages.state, "sending"), lt(messages.claimedAt, staleBefore(now)), isNull(messages.handedOverAt));
  const [row] = await db
    .update(messages)
    .set({ state: "sending", claim, claimedAt: now, handedOverAt: null, attempts: sql`${messages.attempts} + 1` })
    .where(and(eq(messages.id, messageId), or(due, abandoned)))
    .returning();
  return row;
}

/** Messages whose worker died after the server got the text: nobody can know, so they are not sent again. @returns how many */
export async function settleBrokenOff(db: Db, now: Date, messageId?: string): Promise<number> {
  const left = and(eq(messages.state, "sending"), lt(messages.claimedAt, staleBefore(now)), isNotNull(messages.handedOverAt));
  const rows = await db
    .update(messages)
    .set({ state: "uncertain", reason: "broken_off" })
    .where(messageId ? and(left, eq(messages.id, messageId)) : left)
    .returning({ id: messages.id });
  return rows.length;
}

const staleBefore = (now: Date) => new Date(now.getTime() - minutes(claimMinutes));
