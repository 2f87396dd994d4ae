import { eq, sql } from "drizzle-orm";
import { makePublicNews } from "#tests/support/public-news.ts";
import { messages, publicCopies, subscriptions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { deliverMessage } from "#app/jobs/deliver-message.server.ts";
import { breakRows } from "#tests/support/break-rows.ts";
import { first } from "#tests/support/first.ts";
import { testKeys } from "#tests/support/keys.ts";
import { mailPortal } from "#tests/support/mail-portal.ts";
import { openPeer } from "#tests/support/smtp-peer.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import {
  confirmSubscription,
  endSubscription,
  findSubscriptions,
  keepMessages,
  makeDigests,
  makeToken,
  subscribe,
  unsubscribe,
  type Wish,
} from "./index.server.ts";

const now = new Date("2026-11-20T02:00:00Z");
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const wish = (more: Partial<Wish> = {}): Wish => ({
  topic: "field",
  slug: "dat-dai",
  address: "ban.doc@example.vn",
  language: "vi",
  client: null,
  ...more,
});
const queued = (db: Db) =>
  db
    .select()
    .from(messages)
    .where(sql`template like 'subscription_%'`)
    .orderBy(messages.createdAt, messages.template);
const tokenOf = async (db: Db, slug: string) => {
  const [row] = await db.select().from(subscriptions).where(eq(subscriptions.slug, slug));
  return makeToken(testKeys, "subscription", row?.id ?? "00000000-0000-4000-8000-000000000000");
};
async function follow(db: Db, more: Partial<Wish> = {}) {
  await subscribe(db, testKeys, wish(more), now);
  const token = await tokenOf(db, more.slug ?? "dat-dai");
  await confirmSubscription(db, testKeys, token, now);
  return token;
}

test("nothing but one mail to confirm is sent before the address's owner says yes", async ({ db }) => {
  await makePublicNews(db, { slug: "tin-1", category: "cai-cach", publishedAt: later(1) });
  await subscribe(db, testKeys, wish({ topic: "news", slug: "cai-cach" }), now);
  expect(await makeDigests(db, testKeys, later(24))).toBe(0);
  expect((await queued(db)).map(({ template }) => template)).toEqual(["subscription_confirm"]);

  const token = await tokenOf(db, "cai-cach");
  expect(await confirmSubscription(db, testKeys, token, now)).toBe(true);
  expect(await confirmSubscription(db, testKeys, token, now)).toBe(true);
  expect(await confirmSubscription(db, testKeys, "0".repeat(42), now)).toBe(false);
  expect(await makeDigests(db, testKeys, later(24))).toBe(1);
});

test("the page says the same to who subscribes anew and to who has it already; only the mail tells", async ({ db }) => {
  const firstTime = await subscribe(db, testKeys, wish(), now);
  await confirmSubscription(db, testKeys, await tokenOf(db, "dat-dai"), now);
  const again = await subscribe(db, testKeys, wish({ address: " Ban.Doc@Example.vn " }), now);
  expect(again).toEqual(firstTime);
  expect((await queued(db)).map(({ template }) => template)).toEqual(["subscription_confirm", "subscription_exists"]);
  expect(await db.select().from(subscriptions)).toHaveLength(1);
});

test("nobody's mailbox is filled through us: four such mails a day for one address, ten wishes an hour for one client", async ({ db }) => {
  for (const slug of ["dat-dai", "xay-dung", "dau-tu", "lao-dong", "moi-truong", "ho-tich"]) await subscribe(db, testKeys, wish({ slug }), now);
  expect(await queued(db)).toHaveLength(4);
  for (let n = 0; n < 10; n++) await subscribe(db, testKeys, wish({ address: `a${n}@example.vn`, client: "mot-may" }), now);
  expect(await subscribe(db, testKeys, wish({ client: "mot-may" }), now)).toMatchObject({ ok: false, code: "request.too_many" });
});

test("what is not public cannot be followed", async ({ db }) => {
  for (const topic of ["unit", "procedure", "news"] as const) {
    expect(await subscribe(db, testKeys, wish({ topic, slug: "khong-co" }), now)).toMatchObject({ code: "subscription.topic_gone" });
  }
  expect(await subscribe(db, testKeys, wish({ slug: "la-lung" }), now)).toMatchObject({ code: "subscription.topic_gone" });
  expect(await db.select().from(subscriptions)).toEqual([]);
});

test("the address stands sealed, and no row of ours shows it", async ({ db }) => {
  await follow(db);
  for (const table of ["subscriptions", "messages"]) {
    const rows = await db.execute<{ row: string }>(sql`select row_to_json(t)::text as row from ${sql.identifier(table)} t`);
    expect([...rows].map(({ row }) => row).join()).not.toMatch(/ban\.doc|example\.vn/);
  }
});

test("a digest comes once a day at most, over all topics together, with what is new since the last one", async ({ db }) => {
  await makePublicNews(db, { slug: "cu", category: "cai-cach", publishedAt: later(-5) });
  await follow(db, { topic: "news", slug: "cai-cach" });
  await makePublicNews(db, { slug: "dau-tu-moi", category: "dau-tu", publishedAt: later(-5) });
  await follow(db, { topic: "news", slug: "dau-tu" });
  await makePublicNews(db, { slug: "tin-1", category: "cai-cach", publishedAt: later(1) });
  await makePublicNews(db, { slug: "tin-2", category: "dau-tu", publishedAt: later(2) });

  expect(await makeDigests(db, testKeys, later(24))).toBe(1);
  expect(await makeDigests(db, testKeys, later(25))).toBe(0);
  expect(await makeDigests(db, testKeys, later(48))).toBe(0);
  await makePublicNews(db, { slug: "tin-3", category: "dau-tu", publishedAt: later(50) });
  expect(await makeDigests(db, testKeys, later(72))).toBe(1);
  const digests = (await queued(db)).filter(({ template }) => template === "subscription_digest");
  const slugs = digests.map(({ data }) => (data.items as { slug: string }[]).map(({ slug }) => slug));
  expect(slugs.map((one) => one.toSorted())).toEqual([["tin-1", "tin-2"], ["tin-3"]]);
});

test("a reader whose digest fails keeps no other’s", async ({ db }) => {
  await makePublicNews(db, { slug: "cu", category: "cai-cach", publishedAt: later(-5) });
  const readers = ["mot", "hai", "ba"].map((name) => `${name}@example.vn`);
  for (const address of readers) await subscribe(db, testKeys, wish({ topic: "news", slug: "cai-cach", address }), now);
  await db.update(subscriptions).set({ state: "active", toldUntil: now });
  await makePublicNews(db, { slug: "tin-1", category: "cai-cach", publishedAt: later(1) });
  const [broken] = await db.select().from(subscriptions).orderBy(subscriptions.addressHash);
  await db
    .update(subscriptions)
    .set({ sealedAddress: Buffer.from("nobody can open it") })
    .where(eq(subscriptions.id, broken?.id ?? ""));
  await expect(makeDigests(db, testKeys, later(24))).rejects.toThrow();
  const digests = (await queued(db)).filter(({ template }) => template === "subscription_digest");
  expect(digests).toHaveLength(2);
  expect(digests.map(({ subscriptionId }) => subscriptionId)).not.toContain(broken?.id);
});

test("what is hidden between writing and sending a digest is not sent, and an empty digest neither", async ({ db }) => {
  const peer = await openPeer();
  const { portal, forget } = await mailPortal(db, { SMTP_URL: peer.url });
  await makePublicNews(db, { slug: "cu", category: "cai-cach", publishedAt: later(-5) });
  await follow(db, { topic: "news", slug: "cai-cach" });
  await makePublicNews(db, { slug: "con", category: "cai-cach", publishedAt: later(1), title: "Tin còn đây" });
  await makePublicNews(db, { slug: "an", category: "cai-cach", publishedAt: later(1), title: "Tin đã ẩn" });
  await makeDigests(db, testKeys, later(24));
  const digest = first((await queued(db)).filter(({ template }) => template === "subscription_digest"));
  await db.update(publicCopies).set({ hiddenAt: now }).where(eq(publicCopies.slug, "an"));
  await deliverMessage(portal, digest.id);
  const text = first(peer.taken).raw.replace(/=\r\n/g, "");
  expect(text).toContain("/tin-tuc/con");
  expect(text).not.toContain("/tin-tuc/an");
  expect(text).toMatch(/^Precedence: bulk\r$/m);
  expect(text).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);

  await db.update(publicCopies).set({ hiddenAt: now });
  await db.update(messages).set({ state: "queued" }).where(eq(messages.id, digest.id));
  await deliverMessage(portal, digest.id);
  expect(peer.taken).toHaveLength(1);
  expect(first(await db.select().from(messages).where(eq(messages.id, digest.id)))).toMatchObject({ state: "suppressed", reason: "nothing_left" });
  await peer.close();
  await forget();
});

test("a reader sees all topics by the link of any mail, ends one or all, and one press ends everything", async ({ db }) => {
  const land = await follow(db);
  const building = await follow(db, { slug: "xay-dung" });
  await follow(db, { slug: "dau-tu" });
  const others = await follow(db, { slug: "lao-dong", address: "nguoi.khac@example.vn" });
  const seen = await findSubscriptions(db, testKeys, land);
  expect(seen?.all.map(({ slug }) => slug).toSorted()).toEqual(["dat-dai", "dau-tu", "xay-dung"]);

  const other = (await findSubscriptions(db, testKeys, others))?.current.id;
  await endSubscription(db, testKeys, land, other);
  await endSubscription(db, testKeys, land, seen?.current.id);
  expect(await findSubscriptions(db, testKeys, land)).toBeUndefined();
  expect((await findSubscriptions(db, testKeys, building))?.all).toHaveLength(2);

  expect(await unsubscribe(db, testKeys, building, now)).toBe(true);
  expect(await unsubscribe(db, testKeys, building, now)).toBe(true);
  expect((await db.select().from(subscriptions)).map(({ slug }) => slug)).toEqual(["lao-dong"]);
  expect((await queued(db)).every(({ data }) => data.slug === "lao-dong")).toBe(true);
});

test("while one part of tidying the outbox fails, the others are done", async () => {
  const { db, client } = await cloneDatabase(2);
  await subscribe(db, testKeys, wish(), now);
  await db.update(messages).set({ state: "sending", claimedAt: now, handedOverAt: now });
  await breakRows(db, "messages", sql`new.state = 'uncertain'`);
  await expect(keepMessages(db, later(8 * 24))).rejects.toThrow(/update "messages"/);
  expect(await db.select().from(subscriptions)).toEqual([]);
  await client.end();
});

test("what died is settled, what lost its job gets one, and addresses that are not needed go", async ({ db }) => {
  await follow(db);
  await subscribe(db, testKeys, wish({ slug: "dau-tu", address: "im.lang@example.vn" }), now);
  const jobs = async () => [...(await db.execute(sql`select 1 from pgboss.job where name = 'deliver-message'`))].length;
  const before = await jobs();
  expect(await keepMessages(db, later(0.1))).toEqual({ uncertain: 0, queuedAgain: 0, forgotten: 0 });
  await db.update(messages).set({ state: "sending", claimedAt: now, handedOverAt: now }).where(eq(messages.language, "vi"));
  expect(await keepMessages(db, later(1))).toEqual({ uncertain: 2, queuedAgain: 0, forgotten: 0 });
  await db.update(messages).set({ state: "sending", handedOverAt: null });
  expect(await keepMessages(db, later(1))).toEqual({ uncertain: 0, queuedAgain: 2, forgotten: 0 });
  expect(await jobs()).toBe(before + 2);

  expect((await keepMessages(db, later(8 * 24))).forgotten).toBe(1);
  expect((await db.select().from(subscriptions)).map(({ slug }) => slug)).toEqual(["dat-dai"]);
  await keepMessages(db, later(91 * 24));
  expect(await db.select().from(messages)).toEqual([]);
  expect(await db.select().from(subscriptions)).toHaveLength(1);
});
