import { createHmac, randomBytes } from "node:crypto";
import { eq, lt, sql } from "drizzle-orm";
import { daySecrets, deviceDays } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";

/**
 * Which sheets of a transaction came from a device that sent one to the same round on the same day before; gives their
 * places in the list. Called in the transaction that stores them, so that only what was stored is remembered.
 * @param list `device` is null where many people rightly answer on one device
 */
export async function findDevicesSeen(tx: Db, list: readonly { day: string; device: string | null }[]): Promise<Set<number>> {
  const seen = new Set<number>();
  const firsts = new Map<string, { day: string; mark: string; index: number }>();
  const secrets = new Map<string, Buffer>();
  for (const [index, { day, device }] of list.entries()) {
    if (device === null) continue;
    const secret = secrets.get(day) ?? (await secretOf(tx, day));
    secrets.set(day, secret);
    const mark = createHmac("sha256", secret).update(device).digest("base64url");
    if (firsts.has(mark)) seen.add(index);
    else firsts.set(mark, { day, mark, index });
  }
  if (firsts.size === 0) return seen;

  // Always in the same order, so that two transactions never wait for each other.
  const rows = [...firsts.values()].sort((a, b) => (a.mark < b.mark ? -1 : 1));
  const fresh = await tx
    .insert(deviceDays)
    .values(rows.map(({ day, mark }) => ({ day, mark })))
    .onConflictDoNothing()
    .returning({ mark: deviceDays.mark });
  const marks = new Set(fresh.map(({ mark }) => mark));
  for (const { mark, index } of rows) if (!marks.has(mark)) seen.add(index);
  return seen;
}

/**
 * Throws away the secrets of days that are over, then what was made with them, which tells nothing any more.
 * @param atMost marks of one call; the caller asks again until there are none
 * @returns how many secrets and marks went
 */
export async function forgetDeviceDays(tx: Db, today: string, atMost: number): Promise<number> {
  const secrets = await tx.delete(daySecrets).where(lt(daySecrets.day, today)).returning({ day: daySecrets.day });
  const marks = await tx
    .delete(deviceDays)
    .where(sql`ctid = any(array(select ctid from ${deviceDays} where ${lt(deviceDays.day, today)} limit ${atMost} for update skip locked))`)
    .returning({ day: deviceDays.day });
  return secrets.length + marks.length;
}

/** The secret of a day: drawn by whoever needs it first, the same for all nodes, gone on the next day. */
async function secretOf(tx: Db, day: string): Promise<Buffer> {
  const [known] = await tx.select({ secret: daySecrets.secret }).from(daySecrets).where(eq(daySecrets.day, day));
  if (known) return known.secret;
  await tx
    .insert(daySecrets)
    .values({ day, secret: randomBytes(32) })
    .onConflictDoNothing();
  return secretOf(tx, day);
}
