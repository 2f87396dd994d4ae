import { eq } from "drizzle-orm";
import { makeCase, makeCasePeople } from "#db/seed/factories/cases.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { officials } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { testKeys } from "#tests/support/keys.ts";
import { expect, test } from "#tests/support/test.ts";
import { countWork, listWork, nameHandler } from "./index.server.ts";
import { caseStates, workLists } from "./vocabulary.ts";

const today = "2026-11-17";

async function aMixedOffice(db: Db) {
  const unit = await makeUnit(db);
  const people = await makeCasePeople(db, unit);
  for (const state of caseStates) await makeCase(db, testKeys, { state, unit, people, draft: { unit: unit.slug } });
  const elsewhere = await makeUnit(db);
  const others = await makeCasePeople(db, elsewhere);
  for (const state of ["DA_PHAN_CONG", "DANG_XU_LY"] as const) await makeCase(db, testKeys, { state, unit: elsewhere, people: others });
  return { unit, people, others };
}

test("every count is the length of its list, for everybody", async ({ db }) => {
  const { people, others } = await aMixedOffice(db);
  const auditor = await makeOfficial(db, { roles: ["auditor"] });
  const admin = await makeOfficial(db, { roles: ["admin"] });
  for (const by of [...Object.values(people), others.handler, auditor, admin]) {
    const counts = await countWork(db, by, today);
    for (const list of workLists)
      expect([list, (await listWork(db, by, { list }, { today, limit: 100 })).items.length]).toEqual([list, counts[list]]);
  }
});

test("each person's lists hold what is theirs to do", async ({ db }) => {
  const { people, others } = await aMixedOffice(db);
  expect(await countWork(db, people.intake, today)).toMatchObject({ to_receive: 2, to_assign: 0, mine: 0 });
  expect(await countWork(db, people.coordinator, today)).toMatchObject({ to_assign: 2, to_publish: 1 });
  expect(await countWork(db, people.handler, today)).toMatchObject({ to_take_up: 1, mine: 2, to_approve: 0 });
  expect(await countWork(db, people.head, today)).toMatchObject({ my_unit: 4 });
  expect(await countWork(db, people.approver, today)).toMatchObject({ to_approve: 1 });
  const theirs = await listWork(db, others.handler, {}, { today });
  expect(theirs.items.map((item) => item.state).sort()).toEqual(["DANG_XU_LY", "DA_PHAN_CONG"]);
});

test("administrators and editors read no case at all", async ({ db }) => {
  await aMixedOffice(db);
  for (const role of ["admin", "editor", "survey_manager", "data_protection"] as const) {
    const by = await makeOfficial(db, { roles: [role] });
    expect((await listWork(db, by, {}, { today })).items).toEqual([]);
  }
});

test("urgent first, then what is due first; pages follow each other without gap or repeat", async ({ db }) => {
  const unit = await makeUnit(db);
  const people = await makeCasePeople(db, unit);
  const days = ["2026-11-12", "2026-11-10", "2026-11-16", "2026-11-11", "2026-11-13"];
  for (const [index, day] of days.entries()) {
    await makeCase(db, testKeys, { unit, people, receivedAt: new Date(`${day}T02:00:00Z`), draft: { urgent: index === 2 } });
  }
  const whole = await listWork(db, people.intake, {}, { today });
  expect(whole.items[0]?.urgent).toBe(true);
  const due = whole.items.slice(1).map((item) => item.nextDueOn ?? "");
  expect(due).toEqual([...due].sort());

  const paged: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listWork>> = await listWork(db, people.intake, {}, { today, after, limit: 2 });
    paged.push(...page.items.map((item) => item.code));
    after = page.next;
  } while (after);
  expect(paged).toEqual(whole.items.map((item) => item.code));
  for (const cursor of ["", "xx", "e30", "'"]) expect((await listWork(db, people.intake, {}, { today, after: cursor })).items).toHaveLength(5);
});

test("overdue is what our own clock says; a case waiting for its sender is not overdue", async ({ db }) => {
  const late = await makeCase(db, testKeys, { state: "DANG_XU_LY", receivedAt: new Date("2026-11-02T02:00:00Z") });
  await makeCase(db, testKeys, { state: "CHO_BO_SUNG", receivedAt: new Date("2026-10-01T02:00:00Z") });
  const auditor = await makeOfficial(db, { roles: ["auditor"] });
  const { items } = await listWork(db, auditor, { overdue: true }, { today });
  expect(items.map((item) => [item.code, item.overdue, item.due])).toEqual([
    [late.code, true, { phrase: "overdue", days: 6, count: "working_days" }],
  ]);
});

test("filters narrow together, and search finds without diacritics, by code and not by wildcard", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DANG_XU_LY", subject: "Đường vào khu kinh tế ngập nước" });
  await makeCase(db, testKeys, { kind: "gop_y" });
  const by = await makeOfficial(db, { roles: ["auditor"] });
  const find = async (filter: Parameters<typeof listWork>[2]) => (await listWork(db, by, filter, { today })).items.map((item) => item.code);
  expect(await find({ q: "ngap nuoc" })).toEqual([made.code]);
  expect(await find({ q: made.code.toLowerCase() })).toEqual([made.code]);
  expect(await find({ q: "%" })).toEqual([]);
  expect(await find({ state: "DANG_XU_LY", unit: made.unit.id })).toEqual([made.code]);
  expect(await find({ kind: "gop_y", q: "ngap" })).toEqual([]);
});

test("a leaver's cases can be given to another, whose list then holds them", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DANG_XU_LY" });
  const colleague = await makeOfficial(db, { roles: ["handler"], unit: made.unit });
  await db.update(officials).set({ active: false }).where(eq(officials.id, made.people.handler.id));
  expect(await nameHandler(db, made.people.head, made.code, { handlerId: colleague.id })).toMatchObject({ ok: true });
  expect(await countWork(db, colleague, today)).toMatchObject({ mine: 1 });
});
