import { eq, inArray, sql } from "drizzle-orm";
import { makeCase, makeCasePeople } from "#db/seed/factories/cases.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { cases, officials } from "#db/schema/index.ts";
import { countingQueries } from "#tests/support/counting-queries.ts";
import type { Official } from "../people/official.ts";
import { roles } from "../people/vocabulary.ts";
import type { Db } from "#db/schema/handle.ts";
import { testKeys } from "#tests/support/keys.ts";
import { expect, test } from "#tests/support/test.ts";
import { countWork, listWork, nameHandler, proposeRefusal, proposeSupplement, type WorkItem } from "./index.server.ts";
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

test("every count is the length of its list read to its end, for every role", async ({ db }) => {
  const { unit, people, others } = await aMixedOffice(db);
  const [waiting] = await db.select({ code: cases.code }).from(cases).where(eq(cases.state, "DA_BO_SUNG"));
  const asked = { request: "Xin bổ sung số hồ sơ lần hai." };
  expect(await proposeSupplement(db, people.intake, waiting?.code ?? "", asked, new Date("2026-11-17T02:00:00Z"))).toMatchObject({ ok: true });
  const everyRole: Official[] = [];
  for (const role of roles) everyRole.push(await makeOfficial(db, { roles: [role] }), await makeOfficial(db, { roles: [role], unit }));

  let counted = 0;
  for (const by of [...Object.values(people), others.handler, ...everyRole]) {
    for (const day of [today, "2026-11-16", "2026-11-30"]) {
      const counts = await countWork(db, by, day);
      for (const list of workLists) {
        counted += counts[list];
        expect([by.grants, list, (await readToTheEnd(db, by, { list }, day)).length]).toEqual([by.grants, list, counts[list]]);
      }
    }
  }
  expect(counted).toBeGreaterThan(100);
});

/** Every page of a list, three cases each. */
async function readToTheEnd(db: Db, by: Official, filter: Parameters<typeof listWork>[2], day = today) {
  const read: WorkItem[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listWork>> = await listWork(db, by, filter, { today: day, after, limit: 3 });
    read.push(...page.items);
    after = page.next;
  } while (after);
  return read;
}

test("a proposal waits for somebody else: on their list, not on the proposer's", async ({ db }) => {
  const coordinator = await makeOfficial(db, { roles: ["coordinator"] });
  const both = await makeOfficial(db, { roles: ["intake", "coordinator"] });
  const { code } = await makeCase(db, testKeys, { state: "MOI" });
  const why = { reason: "R09" as const, text: "Tranh chấp dân sự giữa hai hộ." };
  expect(await proposeRefusal(db, both, code, why, new Date("2026-11-10T02:00:00Z"))).toMatchObject({ ok: true });
  expect(await countWork(db, coordinator, today)).toMatchObject({ to_confirm: 1 });
  expect(await countWork(db, both, today)).toMatchObject({ to_confirm: 0, to_receive: 1 });
});

test("what has no deadline stands last, urgent or not", async ({ db }) => {
  const { people } = await aMixedOffice(db);
  await db
    .update(cases)
    .set({ urgent: true })
    .where(inArray(cases.state, ["DA_CONG_KHAI", "HUY", "MOI"]));
  const all = await readToTheEnd(db, people.coordinator, {});
  const withDay = all.map((item) => item.nextDueOn !== null);
  expect(withDay.filter(Boolean).length).toBeGreaterThan(5);
  expect(withDay).toEqual([...withDay].sort((one, other) => Number(other) - Number(one)));
  expect(all[0]).toMatchObject({ state: "MOI", urgent: true });
});

test("a list of 20 and one of 100 ask the database equally often", async ({ db }) => {
  const unit = await makeUnit(db);
  const people = await makeCasePeople(db, unit);
  const { id } = await makeCase(db, testKeys, { state: "DANG_XU_LY", unit, people });
  await db.execute(sql`insert into cases (code, kind, state, subject, body, submitter_type, channel, unit_id, unit_version_id, receipt_hash, received_at, received_on, next_due_on)
    select 'PA-2026-Q' || n, kind, state, subject || n, body, submitter_type, channel, unit_id, unit_version_id, 'hash' || n, received_at, received_on, next_due_on
    from cases, generate_series(1, 130) n where id = ${id}`);
  const asked: number[] = [];
  for (const limit of [20, 100]) {
    const counter = countingQueries(db);
    expect((await listWork(counter.db, people.coordinator, {}, { today, limit })).items).toHaveLength(limit);
    asked.push(counter.count());
  }
  expect(asked[0]).toBeGreaterThan(0);
  expect(asked[1]).toBe(asked[0]);
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

  await db.update(cases).set({ field: "moi-truong", urgent: true }).where(eq(cases.code, made.code));
  expect(await find({ field: "moi-truong" })).toEqual([made.code]);
  expect(await find({ field: "dat-dai" })).toEqual([]);
  expect(await find({ urgent: true })).toEqual([made.code]);
  expect(await find({ channel: "phone" })).toEqual([]);
  expect(await find({ channel: "web", urgent: true })).toEqual([made.code]);
});

test("due within so many days holds what is overdue, and not what waits for its sender", async ({ db }) => {
  const days = ["2026-11-02", "2026-11-10", "2026-11-11", "2026-11-16"];
  const made = [];
  for (const day of days) made.push(await makeCase(db, testKeys, { state: "DANG_XU_LY", receivedAt: new Date(`${day}T02:00:00Z`) }));
  await makeCase(db, testKeys, { state: "CHO_BO_SUNG", receivedAt: new Date("2026-10-01T02:00:00Z") });
  const by = await makeOfficial(db, { roles: ["auditor"] });
  const dueIn = async (dueWithin: number) => (await listWork(db, by, { dueWithin }, { today })).items.map((item) => item.code);
  expect(await dueIn(0)).toEqual(made.slice(0, 2).map(({ code }) => code));
  expect(await dueIn(1)).toEqual(made.slice(0, 3).map(({ code }) => code));
  expect(await dueIn(30)).toEqual(made.map(({ code }) => code));
  expect((await listWork(db, by, { list: "due_today" }, { today })).items.map((item) => item.code)).toEqual([made[1]?.code]);
});

test("a leaver's cases can be given to another, whose list then holds them", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DANG_XU_LY" });
  const colleague = await makeOfficial(db, { roles: ["handler"], unit: made.unit });
  await db.update(officials).set({ active: false }).where(eq(officials.id, made.people.handler.id));
  expect(await nameHandler(db, made.people.head, made.code, { handlerId: colleague.id })).toMatchObject({ ok: true });
  expect(await countWork(db, colleague, today)).toMatchObject({ mine: 1 });
});
