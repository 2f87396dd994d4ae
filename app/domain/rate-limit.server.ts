import { createHash } from "node:crypto";
import { and, eq, gt, sql } from "drizzle-orm";
import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { rateLimits } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";

/** So many times in so many seconds, for each key. `name` keeps one limit's keys apart from another's. */
export type RateLimit = { name: string; points: number; seconds: number };

const limiters = new WeakMap<Db, Map<string, RateLimiterDrizzle>>();

/** Counts one. Gives the seconds to wait, or 0 when it may be done. Holds on every node: the count is in PostgreSQL. */
export async function takeTurn(db: Db, limit: RateLimit, key: string): Promise<number> {
  try {
    await limiterOf(db, limit).consume(digest(key));
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return secondsOf(refused);
    throw refused;
  }
}

/**
 * Does what a limit has a turn left for. The turn is taken before: of however many that come at once no more are done than the
 * limit says. What did nothing new gives its turn back, and a retry of what was done is always let through.
 * @param turn null sets no limit
 * @returns what was done or refused, or the seconds to wait
 */
export async function onTurn<Sent extends { ok: false } | { ok: true; value: { repeated: boolean } }>(
  db: Db,
  turn: { limit: RateLimit; key: string } | null,
  isRetry: () => Promise<boolean>,
  work: () => Promise<Sent>,
): Promise<Sent | { wait: number }> {
  if (!turn) return work();
  const wait = await takeTurn(db, turn.limit, turn.key);
  let isUsed = false;
  try {
    if (wait > 0 && !(await isRetry())) return { wait };
    const sent = await work();
    isUsed = sent.ok && !sent.value.repeated;
    return sent;
  } finally {
    if (!isUsed) await giveTurnBack(db, turn.limit, turn.key);
  }
}

/** Gives back a turn that was taken for what was not done after all, while its hour (or what the limit says) lasts. */
async function giveTurnBack(db: Db, limit: RateLimit, key: string): Promise<void> {
  const taken = eq(rateLimits.key, limiterOf(db, limit).getKey(digest(key)));
  await db
    .update(rateLimits)
    .set({ points: sql`${rateLimits.points} - 1` })
    .where(and(taken, gt(rateLimits.points, 0), gt(rateLimits.expire, new Date())));
}

/** Seconds to wait without counting one; 0 while turns are left. */
export async function secondsToWait(db: Db, limit: RateLimit, key: string): Promise<number> {
  const taken = await limiterOf(db, limit).get(digest(key));
  return taken && taken.consumedPoints >= limit.points ? secondsOf(taken) : 0;
}

/** Forgets what was counted for this key. */
export async function forgetTurns(db: Db, limit: RateLimit, key: string): Promise<void> {
  await limiterOf(db, limit).delete(digest(key));
}

/** Keys may be addresses of people: the table sees only their digest. */
const digest = (key: string) => createHash("sha256").update(key).digest("base64url");

const secondsOf = (taken: RateLimiterRes) => Math.max(1, Math.ceil(taken.msBeforeNext / 1000));

function limiterOf(db: Db, limit: RateLimit): RateLimiterDrizzle {
  const ofDb = limiters.get(db) ?? new Map<string, RateLimiterDrizzle>();
  limiters.set(db, ofDb);
  const made =
    ofDb.get(limit.name) ??
    new RateLimiterDrizzle({ storeClient: db, schema: rateLimits, keyPrefix: limit.name, points: limit.points, duration: limit.seconds });
  ofDb.set(limit.name, made);
  return made;
}
