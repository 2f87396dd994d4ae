import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { clocks, clockWarnings, messages, officials, roleGrants, warningDigests, warningRuns } from "#db/schema/index.ts";
import { makeCase, makeCasePeople } from "#db/seed/factories/cases.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import type { Db } from "#db/schema/handle.ts";
import { breakRows, literal, mendRows } from "#tests/support/break-rows.ts";
import { testKeys } from "#tests/support/keys.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { startOfCivilDay, plusDays } from "../calendar/civil-day.ts";
import { handOverCase } from "../feedback/index.server.ts";
import { listWarned, warnOfDeadlines } from "./index.server.ts";

/** Seven in the morning in Việt Nam. */
const morning = (day: string) => new Date(startOfCivilDay(day).getTime() + 7 * 3_600_000);
const receivedAt = morning("2026-11-09");

async function tellings(db: Db) {
  const rows = await db
    .select({ officialId: clockWarnings.officialId, kind: clockWarnings.kind, on: clockWarnings.decidedOn, step: clocks.step })
    .from(clockWarnings)
    .innerJoin(clocks, eq(clocks.id, clockWarnings.clockId));
  const mails = await db.select().from(messages).where(eq(messages.template, "deadline_digest"));
  return { rows, mails };
}

test("each day one mail lists all that is near its end; run again, nothing is sent", async ({ db }) => {
  const unit = await makeUnit(db);
  const people = await makeCasePeople(db, unit);
  const wish = { unit, people, receivedAt, state: "DANG_XU_LY" as const, kind: "hoi_dap" as const };
  const [one, two] = [await makeCase(db, testKeys, wish), await makeCase(db, testKeys, wish)];
  // Five working days from Monday 9 November: due Monday the 16th; half on the 12th, four fifths on the 13th, a day before too.
  await warnOfDeadlines(db, testKeys, morning("2026-11-12"));
  for (let again = 0; again < 3; again += 1) {
    await db.delete(warningRuns);
    expect(await warnOfDeadlines(db, testKeys, morning("2026-11-12"))).toEqual({ officials: 0, warnings: 0 });
  }
  const { rows, mails } = await tellings(db);
  expect(rows).toEqual([1, 2].map(() => ({ officialId: people.handler.id, kind: "half", on: "2026-11-12", step: "answer" })));
  expect(mails).toHaveLength(1);
  const data = mails[0]?.data as { items: { code: string }[]; more: number };
  expect(data.items.map(({ code }) => code).sort()).toEqual([one.code, two.code].sort());
  expect(JSON.stringify(data)).not.toContain("subject");
});

test("overdue is told on each working day, a rung higher each time: handler and head, the office, the leader", async ({ db }) => {
  const unit = await makeUnit(db);
  const people = await makeCasePeople(db, unit);
  await makeCase(db, testKeys, { unit, people, receivedAt, state: "DANG_XU_LY" });
  const toldOn = async (day: string) => {
    await db.delete(clockWarnings);
    await warnOfDeadlines(db, testKeys, morning(day));
    const ids = (await tellings(db)).rows.map(({ officialId }) => officialId);
    return (["handler", "head", "coordinator", "approver"] as const).filter((one) => ids.includes(people[one].id));
  };
  expect(await toldOn("2026-11-13")).toEqual(["handler", "head"]);
  expect(await toldOn("2026-11-17")).toEqual(["handler", "head"]);
  expect(await toldOn("2026-11-18")).toEqual(["handler", "head", "coordinator"]);
  expect(await toldOn("2026-11-19")).toEqual(["handler", "head", "coordinator", "approver"]);
  expect(await toldOn("2026-11-21")).toEqual([]);
  expect(await toldOn("2026-11-24")).toEqual([]);
  expect(await toldOn("2026-11-25")).toEqual(["handler", "head", "coordinator", "approver"]);
});

test("what was missed on its morning is told on the next, once", async ({ db }) => {
  const unit = await makeUnit(db);
  const people = await makeCasePeople(db, unit);
  await makeCase(db, testKeys, { unit, people, receivedAt, state: "DANG_XU_LY", kind: "phan_anh_kien_nghi", draft: { content: 1 } });
  // Half of fifteen days lies on the 19th; the run of that day never came.
  for (const day of ["2026-11-20", "2026-11-23", "2026-11-25"]) await warnOfDeadlines(db, testKeys, morning(day));
  expect((await tellings(db)).rows.filter(({ officialId }) => officialId === people.handler.id)).toEqual([
    { officialId: people.handler.id, kind: "half", on: "2026-11-20", step: "answer" },
  ]);
});

test("a handler who left is followed by the head of the unit; who may not read the case is told nothing", async ({ db }) => {
  const unit = await makeUnit(db);
  const people = await makeCasePeople(db, unit);
  await makeCase(db, testKeys, { unit, people, receivedAt, state: "DANG_XU_LY" });
  await db.update(officials).set({ active: false }).where(eq(officials.id, people.handler.id));
  await warnOfDeadlines(db, testKeys, morning("2026-11-12"));
  expect((await tellings(db)).rows.map(({ officialId }) => officialId)).toEqual([people.head.id]);

  await db.delete(clockWarnings);
  await db.delete(warningDigests);
  await db.delete(warningRuns);
  await db.update(roleGrants).set({ role: "one_stop" }).where(eq(roleGrants.officialId, people.head.id));
  await warnOfDeadlines(db, testKeys, morning("2026-11-12"));
  expect((await tellings(db)).rows.map(({ officialId }) => officialId)).toEqual([people.coordinator.id]);
});

test("a case that left for the confidential procedure is in nobody’s mail", async ({ db }) => {
  const made = await makeCase(db, testKeys, { receivedAt });
  const reception = await makeOfficial(db, { roles: ["intake"] });
  expect(await handOverCase(db, testKeys, reception, made.code, { kind: "denunciation" }, morning("2026-11-09"))).toMatchObject({ ok: true });
  expect(await db.select().from(clocks).where(eq(clocks.caseId, made.id))).not.toHaveLength(0);
  // Even a clock that some fault left running is told to nobody.
  await db.update(clocks).set({ stoppedOn: null, outcome: null }).where(eq(clocks.caseId, made.id));
  await warnOfDeadlines(db, testKeys, morning("2026-11-18"));
  const { mails } = await tellings(db);
  expect(JSON.stringify(mails.map(({ data }) => data))).not.toContain(made.code);
});

test("what an official was warned of stands on the desk until it is done", async ({ db }) => {
  const unit = await makeUnit(db);
  const people = await makeCasePeople(db, unit);
  const made = await makeCase(db, testKeys, { unit, people, receivedAt, state: "DANG_XU_LY" });
  await warnOfDeadlines(db, testKeys, morning("2026-11-17"));
  expect(await listWarned(db, people.handler, "2026-11-17")).toMatchObject({
    total: 1,
    items: [{ code: made.code, step: "answer", words: { phrase: "overdue", days: 1 } }],
  });
  expect((await listWarned(db, people.approver, "2026-11-17")).total).toBe(0);
  await db.update(clocks).set({ stoppedOn: "2026-11-17" }).where(eq(clocks.caseId, made.id));
  expect((await listWarned(db, people.handler, "2026-11-17")).total).toBe(0);
});

test("an official whose mail fails keeps no other’s, and gets it within the day", async ({ db }) => {
  const handlers: string[] = [];
  for (let index = 0; index < 3; index++) handlers.push((await makeCase(db, testKeys, { receivedAt, state: "DANG_XU_LY" })).people.handler.id);
  const [broken = ""] = handlers;
  await breakRows(db, "warning_digests", sql`new.official_id = ${literal(broken)}`, "insert");
  const told = async () => (await db.select().from(warningDigests)).map(({ officialId }) => officialId).sort();
  await expect(warnOfDeadlines(db, testKeys, morning("2026-11-12"))).rejects.toThrow(/warning_digests/);
  expect(await told()).toEqual(handlers.filter((id) => id !== broken).sort());
  await mendRows(db);
  expect(await warnOfDeadlines(db, testKeys, morning("2026-11-12"))).toEqual({ officials: 1, warnings: 1 });
  expect(await told()).toEqual(handlers.toSorted());
});

test("however often, by however many nodes and however broken off the job runs, nobody gets two mails a day or two words of one threshold", async () => {
  const { db, client } = await cloneDatabase(6);
  const unit = await makeUnit(db);
  const people = await makeCasePeople(db, unit);
  for (const day of [2, 3, 5, 9]) {
    await makeCase(db, testKeys, { unit, people, receivedAt: morning(`2026-11-0${day}`), state: "DANG_XU_LY" });
  }
  await makeCase(db, testKeys, { unit, receivedAt: morning("2026-11-10") });
  const run = fc.record({ day: fc.integer({ min: 0, max: 12 }), nodes: fc.integer({ min: 1, max: 4 }), forgets: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(run, { minLength: 1, maxLength: 6 }), async (runs) => {
      for (const { day, nodes, forgets } of runs.sort((a, b) => a.day - b.day)) {
        // A run that broke off has not noted that the day is over.
        if (forgets) await db.delete(warningRuns);
        const now = morning(plusDays("2026-11-12", day));
        await Promise.all(Array.from({ length: nodes }, () => warnOfDeadlines(db, testKeys, now)));
      }
      const { rows, mails } = await tellings(db);
      const digests = await db.select().from(warningDigests);
      expect(mails).toHaveLength(digests.length);
      expect(digests.reduce((sum, { warnings }) => sum + warnings, 0)).toBe(rows.length);
      expect(new Set(digests.map(({ officialId, day }) => `${officialId} ${day}`)).size).toBe(digests.length);
    }),
    { numRuns: 6 },
  );
  expect((await tellings(db)).mails.length).toBeGreaterThan(0);
  await client.end();
}, 60_000);
