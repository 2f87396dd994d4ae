import { and, asc, eq, gt, inArray, isNull, lt, or } from "drizzle-orm";
import { subscriptions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay } from "../calendar/civil-day.ts";
import { eachInTurn } from "../each-in-turn.ts";
import type { Keys } from "../keys.ts";
import type { DigestReference } from "./contents.ts";
import { digestItemsMost, newsOf } from "./digest-items.server.ts";
import { queueMessage } from "./queue-message.server.ts";
import { subscriptionContext } from "./subscriptions.server.ts";

/** Readers looked at in one step. */
const atOnce = 200;

type Row = typeof subscriptions.$inferSelect;

/**
 * One mail a day for each reader who has something new to read, over all topics together; none for the others. The day
 * is written with the mail, so running twice sends nothing twice. A reader whose mail fails keeps no other's; errors are
 * thrown at the end.
 * @returns mails queued
 */
export async function makeDigests(db: Db, keys: Keys, now = new Date()): Promise<number> {
  const today = civilDay(now);
  const news = new Map<string, Promise<DigestReference[]>>();
  /** The same topic is read once for all who were told until the same moment. */
  const newsSince = ({ topic, slug, toldUntil, createdAt }: Row) => {
    const since = toldUntil ?? createdAt;
    const key = `${topic} ${slug} ${since.toISOString()}`;
    const known = news.get(key) ?? newsOf(db, topic, slug, since);
    news.set(key, known);
    return known;
  };

  let queued = 0;
  await eachInTurn(dueReaders(db, today), async (addressHash) => {
    if (await writeDigest(db, keys, addressHash, newsSince, today, now)) queued += 1;
  });
  return queued;
}

async function* dueReaders(db: Db, today: string): AsyncGenerator<string> {
  for (let after = ""; ;) {
    const readers = await db
      .selectDistinct({ addressHash: subscriptions.addressHash })
      .from(subscriptions)
      .where(and(isDue(today), gt(subscriptions.addressHash, after)))
      .orderBy(asc(subscriptions.addressHash))
      .limit(atOnce);
    for (const { addressHash } of readers) yield addressHash;
    const last = readers.at(-1);
    if (!last || readers.length < atOnce) return;
    after = last.addressHash;
  }
}

const isDue = (today: string) => and(eq(subscriptions.state, "active"), or(isNull(subscriptions.digestedOn), lt(subscriptions.digestedOn, today)));

/** The digest of one reader; the rows are taken first, so that two workers never write the same one. */
function writeDigest(db: Db, keys: Keys, addressHash: string, newsSince: (row: Row) => Promise<DigestReference[]>, today: string, now: Date) {
  return db.transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(subscriptions)
      .where(and(isDue(today), eq(subscriptions.addressHash, addressHash)))
      .orderBy(asc(subscriptions.createdAt), asc(subscriptions.id))
      .for("update", { skipLocked: true });
    const found = new Map<string, DigestReference>();
    for (const row of rows) for (const item of await newsSince(row)) found.set(`${item.kind} ${item.slug}`, item);
    const [first] = rows;
    if (!first) return false;

    const ids = rows.map((row) => row.id);
    const items = [...found.values()].slice(0, digestItemsMost);
    await tx
      .update(subscriptions)
      .set(items.length > 0 ? { digestedOn: today, toldUntil: now } : { digestedOn: today })
      .where(inArray(subscriptions.id, ids));
    if (items.length === 0) return false;
    const address = keys.unseal(first.sealedAddress, subscriptionContext(first.id));
    const data = { day: today, items };
    const { language, id } = first;
    await queueMessage(tx, keys, { template: "subscription_digest", data, address, language, caseId: null, subscriptionId: id }, now);
    return true;
  });
}
