import { eq, sql } from "drizzle-orm";
import { auditEvents, auditHead } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { recordEvent, verifyChain } from "./index.server.ts";
import { hashEvent } from "./record-event.server.ts";

const now = new Date("2026-11-20T02:00:00.123Z");
const event = (subjectId: string) => ({
  act: "case.accepted",
  subject: "case" as const,
  subjectId,
  data: { to: "DA_TIEP_NHAN", days: 2, late: false, reason: null },
});

async function record(db: Db, count: number) {
  for (let made = 1; made <= count; made++) await recordEvent(db, "portal", event(`PA-${made}`), now);
}

/** What only somebody with the database's own password could do. */
async function tamper(db: Db, change: () => Promise<unknown>) {
  await db.execute(sql`set constraints all immediate`);
  await db.execute(sql`alter table audit_events disable trigger audit_events_append_only`);
  await change();
  await db.execute(sql`alter table audit_events enable trigger audit_events_append_only`);
}

test("an empty chain is sound", async ({ db }) => {
  expect(await verifyChain(db)).toMatchObject({ sound: true, events: 0, head: "0".repeat(64) });
});

test("a chain of events verifies, and its head is its last hash", async ({ db }) => {
  await record(db, 5);
  const [last] = await db.select().from(auditEvents).where(eq(auditEvents.seq, 5));
  expect(await verifyChain(db)).toEqual({ sound: true, events: 5, head: last?.hash });
});

test("a reason that was cut in the middle of a letter is recorded, and the chain stays sound", async ({ db }) => {
  const reason = "Ki-ốt hỏng 🙂".slice(0, -1);
  await recordEvent(db, "portal", { ...event("PA-1"), data: { reason: `${reason}\0`, count: 1 } }, now);
  const [written] = await db.select().from(auditEvents);
  expect(written?.data).toEqual({ reason: "Ki-ốt hỏng \ufffd", count: 1 });
  expect(await verifyChain(db)).toMatchObject({ sound: true, events: 1 });
});

test("the database refuses to change or delete an event", async ({ db }) => {
  await record(db, 1);
  await expect(db.transaction((tx) => tx.update(auditEvents).set({ act: "case.refused" }))).rejects.toThrow();
  await expect(db.transaction((tx) => tx.delete(auditEvents))).rejects.toThrow();
});

test.for([
  ["act", { act: "case.refused" }],
  ["data", { data: { to: "TU_CHOI", days: 2, late: false, reason: null } }],
  ["instant", { at: new Date("2026-11-19T02:00:00Z") }],
  ["official", { officialId: "00000000-0000-4000-8000-000000000001" }],
  ["subject", { subjectId: "PA-9" }],
] as const)("a changed %s is found, at the event that was changed", async ([, change], { db }) => {
  await record(db, 5);
  await tamper(db, () => db.update(auditEvents).set(change).where(eq(auditEvents.seq, 3)));
  expect(await verifyChain(db)).toMatchObject({ sound: false, brokenAt: 3, events: 2, reason: "the event was changed" });
});

test("a changed event whose hash was made anew breaks the link after it", async ({ db }) => {
  await record(db, 5);
  const [third] = await db.select().from(auditEvents).where(eq(auditEvents.seq, 3));
  if (!third) throw new Error("no event");
  const act = "case.refused";
  await tamper(db, () =>
    db
      .update(auditEvents)
      .set({ act, hash: hashEvent({ ...third, act }) })
      .where(eq(auditEvents.seq, 3)),
  );
  expect(await verifyChain(db)).toMatchObject({ sound: false, brokenAt: 4, events: 3, reason: "the link to the event before is wrong" });
});

test("a missing event is found", async ({ db }) => {
  await record(db, 5);
  await tamper(db, () => db.delete(auditEvents).where(eq(auditEvents.seq, 2)));
  expect(await verifyChain(db)).toMatchObject({ sound: false, brokenAt: 3, events: 1, reason: "an event is missing" });
});

test("a cut end is found", async ({ db }) => {
  await record(db, 5);
  await tamper(db, () => db.delete(auditEvents).where(eq(auditEvents.seq, 5)));
  expect(await verifyChain(db)).toMatchObject({ sound: false, brokenAt: 5, events: 4, reason: "the end of the chain was cut" });
});

test("an emptied chain is found", async ({ db }) => {
  await record(db, 2);
  await tamper(db, () => db.delete(auditEvents));
  expect(await verifyChain(db)).toMatchObject({ sound: false, brokenAt: 1 });
});

test("twenty acts at the same moment leave one chain without gaps", async () => {
  const { db, client } = await cloneDatabase(10);
  await Promise.all(Array.from({ length: 20 }, (_, made) => db.transaction((tx) => recordEvent(tx, "portal", event(`PA-${made}`), new Date()))));
  expect(await verifyChain(db)).toMatchObject({ sound: true, events: 20 });
  await client.end();
});

test("verifying while officials go on working finds no cut that is not there", async () => {
  const { db, client } = await cloneDatabase(6);
  let working = true;
  async function work() {
    for (let made = 0; working; made++) await db.transaction((tx) => recordEvent(tx, "portal", event(`PA-${made}`), new Date()));
  }
  const officials = [work(), work()];
  for (let asked = 0; asked < 60; asked++) expect(await verifyChain(db)).toMatchObject({ sound: true });
  working = false;
  await Promise.all(officials);
  await client.end();
});

test("an act that is rolled back leaves neither event nor gap", async ({ db }) => {
  await record(db, 1);
  const failing = db.transaction(async (tx) => {
    await recordEvent(tx, "portal", event("PA-x"), now);
    throw new Error("the act failed");
  });
  await expect(failing).rejects.toThrow("the act failed");
  await record(db, 1);
  expect(await verifyChain(db)).toMatchObject({ sound: true, events: 2 });
  const [head] = await db.select().from(auditHead);
  expect(head?.seq).toBe(2);
});
