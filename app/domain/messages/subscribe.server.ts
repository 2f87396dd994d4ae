import { and, count, eq } from "drizzle-orm";
import { subscriptions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Language } from "../content/vocabulary.ts";
import { inOneAct } from "../in-one-act.server.ts";
import type { Keys } from "../keys.ts";
import { done, refuse } from "../outcome.ts";
import { takeTurn } from "../rate-limit.server.ts";
import { addressHashOf, queueMessage } from "./queue-message.server.ts";
import { findTopic } from "./topics.server.ts";
import { subscriptionContext } from "./subscriptions.server.ts";
import type { SubscriptionTopic } from "./vocabulary.ts";

export type Wish = {
  topic: SubscriptionTopic;
  slug: string;
  address: string;
  language: Language;
  /** The client's daily fingerprint; null: no limit (tests of load). */
  client: string | null;
};

/** Wishes one client may make in an hour. */
const clientLimit = { name: "subscribe", points: 10, seconds: 3600 };
/** Mails of this kind one address gets in a day, whoever asks for them: nobody's mailbox is filled through us. */
const addressLimit = { name: "subscribe-address", points: 4, seconds: 86_400 };
/** Topics one address may follow. */
const topicsMost = 50;

/**
 * Asks for mail about a topic. Nothing is sent but one mail to confirm it (double opt-in). The answer is the same
 * whether the address is new, waits, or has it already: it tells nobody who reads what.
 * Refuses: `subscription.topic_gone`, `request.too_many`.
 */
export async function subscribe(db: Db, keys: Keys, wish: Wish, now = new Date()) {
  const wait = wish.client ? await takeTurn(db, clientLimit, wish.client) : 0;
  if (wait > 0) return refuse("request.too_many", { minutes: Math.ceil(wait / 60) });
  const topic = await findTopic(db, wish.topic, wish.slug);
  if (!topic) return refuse("subscription.topic_gone");

  const addressHash = addressHashOf(keys, wish.address);
  const quietly = done(null);
  if ((await takeTurn(db, addressLimit, addressHash)) > 0) return quietly;

  return inOneAct(db, async (tx) => {
    const [held] = await tx.select({ n: count() }).from(subscriptions).where(eq(subscriptions.addressHash, addressHash));
    const kept = await keepWish(tx, keys, wish, addressHash, (held?.n ?? 0) < topicsMost, now);
    if (!kept) return quietly;
    const template = kept.state === "active" ? "subscription_exists" : "subscription_confirm";
    const data = { topic: topic.topic, slug: topic.slug, nameVi: topic.name?.vi ?? "", nameEn: topic.name?.en ?? null };
    const { address, language } = wish;
    await queueMessage(tx, keys, { template, data, address, language, caseId: null, subscriptionId: kept.id }, now);
    return quietly;
  });
}

/** The subscription of this address to this topic, made when there is none and there may be one more. */
async function keepWish(tx: Db, keys: Keys, { topic, slug, address, language }: Wish, addressHash: string, mayAdd: boolean, now: Date) {
  const find = () =>
    tx
      .select({ id: subscriptions.id, state: subscriptions.state })
      .from(subscriptions)
      .where(and(eq(subscriptions.addressHash, addressHash), eq(subscriptions.topic, topic), eq(subscriptions.slug, slug)));
  const [known] = await find();
  if (known || !mayAdd) return known;

  const id = crypto.randomUUID();
  const { sealed, keyId } = keys.seal(address.trim(), subscriptionContext(id));
  const [made] = await tx
    .insert(subscriptions)
    .values({ id, topic, slug, language, sealedAddress: sealed, keyId, addressHash, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: subscriptions.id, state: subscriptions.state });
  // Pressed twice at once: the other press sends the mail.
  return made;
}
