import { eq, sql } from "drizzle-orm";
import { mailRecipients, messages } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { makeCase } from "#db/seed/factories/cases.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { deliverMessage } from "#app/jobs/deliver-message.server.ts";
import { first } from "#tests/support/first.ts";
import { testKeys } from "#tests/support/keys.ts";
import { mailPortal, mailsOf } from "#tests/support/mail-portal.ts";
import { openPeer } from "#tests/support/smtp-peer.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { countOutgoing, listOutgoing, sendAgain } from "./index.server.ts";
import { deliveryStates, type DeliveryState } from "./vocabulary.ts";

const now = new Date("2026-11-20T02:00:00Z");
const admin = (db: Db) => makeOfficial(db, { roles: ["admin"] });

/** One mail of a new case, standing as wished. */
async function mailIn(db: Db, state: DeliveryState, more: Partial<typeof messages.$inferInsert> = {}) {
  const made = await makeCase(db, testKeys, { draft: { contact: { email: "nguoi.gui@example.vn" } } });
  const { id } = first(await mailsOf(db, made.id));
  await db
    .update(messages)
    .set({ state, attempts: 1, ...more })
    .where(eq(messages.id, id));
  return { id, caseId: made.id, code: made.code };
}
const jobsOf = async (db: Db, id: string) =>
  (await db.execute(sql`select 1 from pgboss.job where name = 'deliver-message' and data ->> 'messageId' = ${id}`)).length;

test("the mail room shows each mail's fate, and nothing of its case, its words or its address", async ({ db }) => {
  const by = await admin(db);
  const { id, caseId, code } = await mailIn(db, "failed", { code: "550 5.7.1", reason: "refused", attempts: 2, earlierAttempts: 3 });
  const { items } = await listOutgoing(db, by, "failed");
  expect(items).toMatchObject([{ id, kind: "case", code: "550 5.7.1", addressHint: "n…@e….vn", tries: 5, maySendAgain: true }]);
  const said = JSON.stringify(items);
  for (const secret of [caseId, code, "nguoi.gui", "case_received"]) expect(said).not.toContain(secret);
  expect(await listOutgoing(db, by, "sent")).toEqual({ items: [], next: null });
  expect(await countOutgoing(db, by)).toEqual({ waiting: 0, uncertain: 0, failed: 1, bounced: 0 });
});

test("mail about a confidential matter looks like every other mail to a sender", async ({ db }) => {
  await makeCase(db, testKeys, { state: "CHUYEN_MAT", draft: { contact: { email: "nguoi.gui@example.vn" } } });
  const { items } = await listOutgoing(db, await admin(db), undefined);
  expect(items.map(({ kind, addressHint }) => [kind, addressHint])).toEqual(items.map(() => ["case", "n…@e….vn"]));
  expect(items.length).toBeGreaterThan(0);
});

test("pages of the mail room follow each other without a gap, also among mails of one moment", async ({ db }) => {
  const by = await admin(db);
  await makeCase(db, testKeys, { state: "DA_CONG_KHAI", draft: { contact: { email: "nguoi.gui@example.vn" } } });
  await db.update(messages).set({ createdAt: now });
  const all = (await listOutgoing(db, by, undefined)).items.map(({ id }) => id);
  expect(all.length).toBeGreaterThan(4);
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await listOutgoing(db, by, undefined, { after, limit: 2 });
    seen.push(...page.items.map(({ id }) => id));
    after = page.next ?? undefined;
  } while (after);
  expect(seen).toEqual(all);
});

test("an uncertain mail is sent again when an administrator says so, once, and the trace says who", async ({ db }) => {
  const by = await admin(db);
  const peer = await openPeer();
  const { portal, forget } = await mailPortal(db, { SMTP_URL: peer.url });
  const { id } = await mailIn(db, "uncertain", { reason: "broken_off", handedOverAt: now });
  const jobs = await jobsOf(db, id);
  expect(await sendAgain(db, by, id, now)).toEqual({ ok: true, value: { id } });
  expect(await jobsOf(db, id)).toBe(jobs + 1);
  await Promise.all([deliverMessage(portal, id), deliverMessage(portal, id)]);
  expect(peer.taken).toHaveLength(1);
  const row = first(await db.select().from(messages).where(eq(messages.id, id)));
  expect(row).toMatchObject({ state: "sent", attempts: 1, earlierAttempts: 1, reason: null });
  const events = await db.execute<{ data: unknown }>(sql`select data from audit_events where act = 'mail.sent_again'`);
  expect([...events].map(({ data }) => data)).toEqual([{ was: "uncertain", tries: 1 }]);

  expect(await sendAgain(db, by, id, now)).toEqual({ ok: false, code: "mail.not_to_send" });
  await deliverMessage(portal, id);
  expect(peer.taken).toHaveLength(1);
  await peer.close();
  await forget();
});

test("pressed twice at once, one press sends and the other is refused", async () => {
  const { db, client } = await cloneDatabase(4);
  const by = await admin(db);
  const { id } = await mailIn(db, "failed", { reason: "refused" });
  const jobs = await jobsOf(db, id);
  const answers = await Promise.all([sendAgain(db, by, id, now), sendAgain(db, by, id, now)]);
  expect(answers.map(({ ok }) => Number(ok)).toSorted((a, b) => a - b)).toEqual([0, 1]);
  expect(await jobsOf(db, id)).toBe(jobs + 1);
  await client.end();
});

test("only what failed or is uncertain is sent again; what a server took over never is", async ({ db }) => {
  const by = await admin(db);
  for (const state of deliveryStates) {
    const { id } = await mailIn(db, state);
    const may = state === "failed" || state === "uncertain";
    const jobs = await jobsOf(db, id);
    expect([state, (await sendAgain(db, by, id, now)).ok]).toEqual([state, may]);
    expect([state, await jobsOf(db, id)]).toEqual([state, jobs + Number(may)]);
  }
});

test("a worker that still holds an uncertain mail hands nothing over once it is sent again", async ({ db }) => {
  const peer = await openPeer({
    recipient: async () => {
      await db.update(messages).set({ state: "uncertain" }).where(eq(messages.id, id));
      await sendAgain(db, by, id, now);
      return undefined;
    },
  });
  const { portal, forget } = await mailPortal(db, { SMTP_URL: peer.url });
  const by = await admin(db);
  const { id } = await mailIn(db, "queued");
  await deliverMessage(portal, id);
  expect(peer.taken).toHaveLength(0);
  expect(first(await db.select().from(messages).where(eq(messages.id, id)))).toMatchObject({ state: "queued", attempts: 0, earlierAttempts: 2 });
  await peer.close();
  await forget();
});

test("an address that returns all mail gets none again, and the administrator is told why", async ({ db }) => {
  const { id } = await mailIn(db, "failed", { reason: "no_such_address" });
  const { addressHash } = first(await db.select().from(messages).where(eq(messages.id, id)));
  await db.insert(mailRecipients).values({ addressHash: addressHash ?? "", hardBounces: 1, suppressedAt: now });
  expect(await sendAgain(db, await admin(db), id, now)).toEqual({ ok: false, code: "mail.address_bounces" });
  expect(first(await db.select().from(messages).where(eq(messages.id, id))).state).toBe("failed");
});

test("whoever does not administer the whole portal sees no mail and sends none again", async ({ db }) => {
  const { id } = await mailIn(db, "failed");
  const ofUnit = await makeOfficial(db, { roles: ["admin"], unit: await makeUnit(db) });
  for (const by of [ofUnit, await makeOfficial(db, { roles: ["coordinator"] })]) {
    expect(await listOutgoing(db, by, undefined)).toEqual({ items: [], next: null });
    expect(await countOutgoing(db, by)).toEqual({});
    expect(await sendAgain(db, by, id, now)).toEqual({ ok: false, code: "mail.not_yours" });
  }
});
