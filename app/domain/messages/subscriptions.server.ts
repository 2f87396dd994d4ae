import { and, asc, eq, lt } from "drizzle-orm";
import { cases, mutedCases, subscriptions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Keys } from "../keys.ts";
import { readToken } from "./tokens.ts";
import { findTopic, type TopicName } from "./topics.server.ts";

/** The address is sealed to its subscription. */
export const subscriptionContext = (id: string) => `subscription:${id}`;

export type Subscription = TopicName & { id: string; active: boolean };

/** Everything the reader of this mail subscribed to, and which one the mail was about; undefined for a wrong token. */
export async function findSubscriptions(db: Db, keys: Keys, token: string): Promise<{ current: Subscription; all: Subscription[] } | undefined> {
  const own = await ofToken(db, keys, token);
  if (!own) return undefined;
  const rows = await db
    .select()
    .from(subscriptions)
    .where(eq(subscriptions.addressHash, own.addressHash))
    .orderBy(asc(subscriptions.createdAt), asc(subscriptions.id));
  const all: Subscription[] = [];
  for (const { id, topic, slug, state } of rows) {
    const named = (await findTopic(db, topic, slug)) ?? { topic, slug, name: null };
    all.push({ ...named, id, active: state === "active" });
  }
  const current = all.find((one) => one.id === own.id);
  return current && { current, all };
}

/** The reader says yes (a press of a button: mail scanners follow links). @returns false for a wrong token */
export async function confirmSubscription(db: Db, keys: Keys, token: string, now = new Date()): Promise<boolean> {
  const id = readToken(keys, "subscription", token);
  if (!id) return false;
  const [own] = await db.select({ state: subscriptions.state }).from(subscriptions).where(eq(subscriptions.id, id));
  await db
    .update(subscriptions)
    .set({ state: "active", confirmedAt: now, toldUntil: now })
    .where(and(eq(subscriptions.id, id), eq(subscriptions.state, "pending")));
  return own !== undefined;
}

/**
 * Ends a subscription, or all of the same reader: the row goes, and with it the address and every mail still waiting.
 * Doing it twice changes nothing. @param which id of one of the reader's own, or `all`; without it the token's own
 */
export async function endSubscription(db: Db, keys: Keys, token: string, which?: string): Promise<void> {
  const own = await ofToken(db, keys, token);
  if (!own) return;
  const readers = eq(subscriptions.addressHash, own.addressHash);
  await db.delete(subscriptions).where(which === "all" ? readers : and(readers, eq(subscriptions.id, which ?? own.id)));
}

/**
 * What a reader's mail program does at one press (RFC 8058), or a mail to the unsubscribe address: ends all mail of
 * this kind to the reader, or the news of a case that its sender may do without. @returns false for a wrong token
 */
export async function unsubscribe(db: Db, keys: Keys, token: string, now = new Date()): Promise<boolean> {
  const caseId = readToken(keys, "mute", token);
  if (caseId) {
    const [known] = await db.select({ id: cases.id }).from(cases).where(eq(cases.id, caseId));
    if (known) await db.insert(mutedCases).values({ caseId, createdAt: now }).onConflictDoNothing();
    return true;
  }
  await endSubscription(db, keys, token, "all");
  return readToken(keys, "subscription", token) !== undefined;
}

/** Wishes nobody confirmed for a week are forgotten with their addresses. @returns how many */
export async function forgetUnconfirmed(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - 7 * 86_400_000);
  const gone = await db
    .delete(subscriptions)
    .where(and(eq(subscriptions.state, "pending"), lt(subscriptions.createdAt, before)))
    .returning({ id: subscriptions.id });
  return gone.length;
}

async function ofToken(db: Db, keys: Keys, token: string) {
  const id = readToken(keys, "subscription", token);
  if (!id) return undefined;
  const [own] = await db.select({ id: subscriptions.id, addressHash: subscriptions.addressHash }).from(subscriptions).where(eq(subscriptions.id, id));
  return own;
}
