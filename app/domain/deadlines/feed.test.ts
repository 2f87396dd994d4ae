import { eq } from "drizzle-orm";
import { auditEvents, deadlineFeeds, officials, roleGrants } from "#db/schema/index.ts";
import { makeCase, makeCasePeople } from "#db/seed/factories/cases.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { testKeys } from "#tests/support/keys.ts";
import { expect, test } from "#tests/support/test.ts";
import { closeFeed, findFeed, openFeed, readFeed } from "./index.server.ts";

const now = new Date("2026-11-10T02:00:00Z");
const receivedAt = new Date("2026-11-09T02:00:00Z");

test("a feed is opened, renewed and ended by its owner; only the last token opens it, and only its hash is kept", async ({ db }) => {
  const by = await makeOfficial(db, { roles: ["handler"] });
  await db.update(officials).set({ lastSeenAt: now }).where(eq(officials.id, by.id));
  expect(await findFeed(db, by)).toBeUndefined();
  const one = await openFeed(db, by, now);
  const two = await openFeed(db, by, now);
  expect(one.ok && two.ok && one.value.token !== two.value.token).toBe(true);
  if (!one.ok || !two.ok) throw new Error("refused");
  expect(two.value.token).toMatch(/^[\w-]{43}$/);
  const [row] = await db.select().from(deadlineFeeds).where(eq(deadlineFeeds.officialId, by.id));
  expect(JSON.stringify(row)).not.toContain(two.value.token);

  expect(await readFeed(db, one.value.token, now)).toBeUndefined();
  expect(await readFeed(db, two.value.token, now)).toEqual({ deadlines: [] });
  expect(await findFeed(db, by)).toEqual({ openedAt: now, lastReadOn: "2026-11-10" });
  expect(await closeFeed(db, by, now)).toMatchObject({ ok: true });
  expect(await readFeed(db, two.value.token, now)).toBeUndefined();
  expect(await closeFeed(db, by, now)).toMatchObject({ ok: true });
  const acts = (await db.select().from(auditEvents).where(eq(auditEvents.subjectId, by.id))).map(({ act }) => act);
  expect(acts).toEqual(["official.feed_opened", "official.feed_renewed", "official.feed_closed"]);
});

test("the feed holds what is one’s own today, and loses it with the right", async ({ db }) => {
  const unit = await makeUnit(db);
  const people = await makeCasePeople(db, unit);
  const mine = await makeCase(db, testKeys, { unit, people, receivedAt, state: "DANG_XU_LY" });
  await makeCase(db, testKeys, { receivedAt, state: "DANG_XU_LY" });
  await db.update(officials).set({ lastSeenAt: now });
  const feedOf = async (by: { id: string }) => {
    const opened = await openFeed(db, { ...people.handler, id: by.id }, now);
    return opened.ok ? opened.value.token : "";
  };
  const token = await feedOf(people.handler);
  const codes = async () => (await readFeed(db, token, now))?.deadlines.map(({ code, step, dueOn }) => ({ code, step, dueOn }));
  expect(await codes()).toEqual([{ code: mine.code, step: "answer", dueOn: "2026-11-16" }]);

  await db.update(roleGrants).set({ validTo: "2026-11-09" }).where(eq(roleGrants.officialId, people.handler.id));
  expect(await codes()).toEqual([]);
  await db.update(officials).set({ active: false }).where(eq(officials.id, people.handler.id));
  expect(await codes()).toBeUndefined();
});

test("an account that is locked, or idle too long, feeds nobody", async ({ db }) => {
  const by = await makeOfficial(db, { roles: ["handler"] });
  const opened = await openFeed(db, by, now);
  if (!opened.ok) throw new Error("refused");
  await db
    .update(officials)
    .set({ lastSeenAt: new Date("2026-09-01T02:00:00Z") })
    .where(eq(officials.id, by.id));
  expect(await readFeed(db, opened.value.token, now)).toBeUndefined();
  await db
    .update(officials)
    .set({ lastSeenAt: now, lockedUntil: new Date("2026-11-10T02:10:00Z") })
    .where(eq(officials.id, by.id));
  expect(await readFeed(db, opened.value.token, now)).toBeUndefined();
});

test("intake, coordinator and publisher have their own steps in theirs", async ({ db }) => {
  const unit = await makeUnit(db);
  const people = await makeCasePeople(db, unit);
  await db.update(officials).set({ lastSeenAt: now });
  const [sent, accepted, answered] = [
    await makeCase(db, testKeys, { unit, people, receivedAt, state: "MOI" }),
    await makeCase(db, testKeys, { unit, people, receivedAt, state: "DA_TIEP_NHAN" }),
    await makeCase(db, testKeys, { unit, people, receivedAt, state: "DA_TRA_LOI" }),
  ];
  const stepsOf = async (by: (typeof people)["intake"], code: string) => {
    const opened = await openFeed(db, by, now);
    const feed = opened.ok ? await readFeed(db, opened.value.token, now) : undefined;
    return feed?.deadlines
      .filter((one) => one.code === code)
      .map(({ step }) => step)
      .sort();
  };
  expect(await stepsOf(people.intake, sent.code)).toEqual(["refuse", "request_more", "transfer"]);
  expect(await stepsOf(people.coordinator, accepted.code)).toEqual(["answer", "transfer"]);
  expect(await stepsOf(people.coordinator, answered.code)).toEqual(["publish"]);
  expect(await stepsOf(people.handler, answered.code)).toEqual([]);
});
