import { eq } from "drizzle-orm";
import { makeCase, makeCasePeople, type CaseWish } from "#db/seed/factories/cases.ts";
import { makeProcedure } from "#db/seed/factories/procedures.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { testKeys } from "#tests/support/keys.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { recordEvent } from "../audit/index.server.ts";
import { caseStatistics, foldCaseDays } from "./index.server.ts";

const monday = new Date("2026-11-02T02:00:00Z");
const today = "2026-11-20";

async function inOneUnit(db: Db, wishes: CaseWish[]) {
  const unit = await makeUnit(db);
  const people = await makeCasePeople(db, unit);
  for (const wish of wishes) await makeCase(db, testKeys, { unit, people, receivedAt: monday, ...wish });
  return unit;
}

test("on time is answered by the due day, of what is answered or overdue", async ({ db }) => {
  await inOneUnit(db, [
    { state: "DA_CONG_KHAI" }, // answered on the 9th, due the 9th: on time
    { state: "DA_CONG_KHAI", days: { approve: 4, submit: 3 } }, // on time
    { state: "KHONG_CONG_KHAI", days: { submit: 9, approve: 10 } }, // late
    { state: "DANG_XU_LY" }, // overdue since the 10th
    { state: "DANG_XU_LY", receivedAt: new Date("2026-11-18T02:00:00Z") }, // not due yet: in neither
    { state: "CHO_BO_SUNG" }, // stands still: in neither
    { state: "TU_CHOI" },
    { state: "HUY" },
    { state: "CHUYEN_NGOAI" },
    { state: "CHUYEN_MAT" },
  ]);
  const figures = await caseStatistics(db, {}, today);
  expect(figures.onTime).toMatchObject({ metric: "on_time_rate", value: 50, n: 4 });
  expect(figures.received).toMatchObject({ metric: "cases_received", value: 9, n: 9 });
});

test("kept for study is not answered; opened again, the last answer counts", async ({ db }) => {
  await inOneUnit(db, [{ state: "TIEP_TUC_TAP_HOP" }, { state: "MO_LAI", receivedAt: new Date("2026-11-05T02:00:00Z"), days: { reopen: 12 } }]);
  // Opened again on the 17th: five working days, not over yet on the 20th, over on the 26th.
  expect((await caseStatistics(db, {}, today)).onTime).toMatchObject({ value: null, n: 0 });
  expect((await caseStatistics(db, {}, "2026-11-26")).onTime).toMatchObject({ value: 0, n: 1 });
});

test("the median counts working days from receipt to answer", async ({ db }) => {
  await inOneUnit(db, [
    { state: "DA_CONG_KHAI", days: { submit: 3, approve: 4 } }, // Friday 6 November: 4 working days
    { state: "DA_CONG_KHAI", days: { submit: 3, approve: 5 } }, // Saturday moves to Monday 9: 5
    { state: "DA_CONG_KHAI", days: { submit: 3, approve: 10 } }, // Thursday 12: 8
    { state: "DA_TRA_LOI", days: { submit: 3, approve: 11 } }, // Friday 13: 9
  ]);
  expect((await caseStatistics(db, {}, today)).medianDays).toMatchObject({ value: 6.5, n: 4 });
});

test("fewer than five ratings show nothing; five show share, interval and mean", async ({ db }) => {
  const rated = (stars: 1 | 2 | 3 | 4 | 5): CaseWish => ({ state: "DA_CONG_KHAI", rating: { stars } });
  await inOneUnit(db, [rated(5), rated(4), rated(2), rated(5)]);
  const four = await caseStatistics(db, {}, today);
  expect(four.answerRating).toMatchObject({ suppressed: true, value: null, n: null });
  expect(four.meanRating).toMatchObject({ suppressed: true, value: null });
  expect(four.stars).toBeNull();
  await inOneUnit(db, [rated(4)]);
  const five = await caseStatistics(db, {}, today);
  expect(five.answerRating).toMatchObject({ value: 80, n: 5, small: true });
  expect(five.meanRating).toMatchObject({ value: 4, n: 5 });
  expect(five.stars).toEqual([0, 1, 0, 2, 2]);
});

test("a unit's figures are its own and those below it; a procedure's are its own", async ({ db }) => {
  const authority = await makeUnit(db);
  const unit = await makeUnit(db, { parent: authority });
  const procedure = await makeProcedure(db, { unit });
  await makeCase(db, testKeys, { state: "DA_CONG_KHAI", unit, draft: { procedure: procedure.slug } });
  const other = await inOneUnit(db, [{ state: "DA_CONG_KHAI" }, { state: "DA_PHAN_CONG" }]);
  const receivedBy = async (filter: Parameters<typeof caseStatistics>[1]) => (await caseStatistics(db, filter, today)).received.value;
  expect(await receivedBy({ unit: authority.slug })).toBe(1);
  expect(await receivedBy({ unit: other.slug })).toBe(2);
  expect(await receivedBy({ unit: "khong-co" })).toBe(0);
  expect(await receivedBy({ procedure: procedure.slug })).toBe(1);
  expect(await receivedBy({ from: "2026-11-03" })).toBe(1);
});

test("a day's figures are the same folded and not, and follow what changes afterwards", async ({ db }) => {
  const authority = await makeUnit(db);
  const unit = await makeUnit(db, { parent: authority });
  const procedure = await makeProcedure(db, { unit });
  const people = await makeCasePeople(db, unit);
  const wish = { unit, people, receivedAt: monday };
  for (const stars of [1, 2, 3, 4, 5] as const)
    await makeCase(db, testKeys, { ...wish, state: "DA_CONG_KHAI", rating: { stars }, draft: { procedure: procedure.slug } });
  await makeCase(db, testKeys, { ...wish, state: "KHONG_CONG_KHAI", days: { submit: 9, approve: 10 } });
  await makeCase(db, testKeys, { ...wish, state: "TU_CHOI" });
  const open = await makeCase(db, testKeys, { ...wish, state: "DANG_XU_LY" });
  const all = () =>
    Promise.all(
      [{}, { unit: authority.slug }, { unit: unit.slug }, { procedure: procedure.slug }].map((filter) => caseStatistics(db, filter, today)),
    );

  const before = await all();
  expect(before[0]).toMatchObject({ received: { value: 8 }, onTime: { n: 7 }, stars: [1, 1, 1, 1, 1] });
  expect(await foldCaseDays(db)).toBe(1);
  expect(await foldCaseDays(db)).toBe(0);
  expect(await all()).toEqual(before);

  await db.update(cases).set({ state: "CHUYEN_MAT" }).where(eq(cases.id, open.id));
  const after = await all();
  expect(after.map(({ received }) => received.value)).toEqual([7, 6, 6, 5]);
  expect(after[0]?.onTime.n).toBe(6);
  await foldCaseDays(db);
  expect(await all()).toEqual(after);

  await makeUnit(db, { parent: authority });
  expect(await foldCaseDays(db)).toBe(1);
  expect(await all()).toEqual(after);
});

test("days are folded while somebody’s act holds the trace, and no act waits for a fold", async () => {
  const { db, client } = await cloneDatabase(4);
  await makeCase(db, testKeys, { receivedAt: monday });
  await db.transaction(async (tx) => {
    await recordEvent(tx, "portal", { act: "test", subject: "portal", subjectId: "x" });
    expect(await foldCaseDays(db)).toBe(1);
  });
  await client.end();
});
