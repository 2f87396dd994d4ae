import { and, eq } from "drizzle-orm";
import { auditEvents, cases, clocks } from "#db/schema/index.ts";
import { makeCase } from "#db/seed/factories/cases.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import type { Db } from "#db/schema/handle.ts";
import { first } from "#tests/support/first.ts";
import { testKeys } from "#tests/support/keys.ts";
import { expect, test } from "#tests/support/test.ts";
import { addCalendarVersion, catchUpClocks, currentCalendar, explainClocks, previewCalendarChange } from "./index.server.ts";
import type { SpecialDay } from "./working-days.ts";

const now = new Date("2026-11-10T02:00:00Z");
const receivedAt = new Date("2026-11-09T02:00:00Z");
const note = "Theo thông báo mẫu";
const storm: SpecialDay = { day: "2026-11-12", kind: "hoan_doi_nghi", nameVi: "Nghỉ bão", nameEn: "Storm", source: "Công điện mẫu", unitId: null };

const answerOf = async (db: Db, caseId: string) =>
  first(
    await db
      .select()
      .from(clocks)
      .where(and(eq(clocks.caseId, caseId), eq(clocks.step, "answer"))),
  );
const caseOf = async (db: Db, id: string) => first(await db.select().from(cases).where(eq(cases.id, id)));
const changeOf = async (db: Db, add: SpecialDay) => ({ basedOn: (await currentCalendar(db)).version, note, add: [add] as const });

test("a preview names what would move, from which day to which, and writes nothing", async ({ db }) => {
  const admin = await makeOfficial(db, { roles: ["admin"] });
  const open = await makeCase(db, testKeys, { receivedAt });
  const answered = await makeCase(db, testKeys, { receivedAt, state: "DA_TRA_LOI" });
  const before = await answerOf(db, open.id);
  const preview = await previewCalendarChange(db, admin, await changeOf(db, storm), now);
  if (!preview.ok) throw new Error(preview.code);
  const mine = preview.value.moved.filter(({ caseId }) => caseId === open.id);
  expect(mine).toContainEqual(expect.objectContaining({ code: open.code, step: "answer", from: "2026-11-16", to: "2026-11-17", held: false }));
  expect(preview.value.moved.filter(({ caseId, step }) => caseId === answered.id && step === "answer")).toEqual([]);
  expect(await answerOf(db, open.id)).toEqual(before);
  expect((await currentCalendar(db)).version).toBe(before.calendarVersionId);
});

test("saving moves exactly what the preview named, with the next due day and an event each; what was answered stays", async ({ db }) => {
  const admin = await makeOfficial(db, { roles: ["admin"] });
  const open = await makeCase(db, testKeys, { receivedAt, state: "DANG_XU_LY" });
  const answered = await makeCase(db, testKeys, { receivedAt, state: "DA_TRA_LOI" });
  const answeredBefore = await answerOf(db, answered.id);
  const change = await changeOf(db, storm);
  const preview = await previewCalendarChange(db, admin, change, now);
  const saved = await addCalendarVersion(db, admin, change, now);
  if (!preview.ok || !saved.ok) throw new Error("refused");

  expect(saved.value).toMatchObject(preview.value);
  const moved = await answerOf(db, open.id);
  expect(moved).toMatchObject({ dueOn: "2026-11-17", originalDueOn: "2026-11-16", calendarVersionId: saved.value.version });
  expect(moved.changes).toEqual([{ on: "2026-11-10", why: "calendar", from: "2026-11-16", to: "2026-11-17", version: saved.value.version }]);
  expect((await caseOf(db, open.id)).nextDueOn).toBe("2026-11-17");
  expect(await answerOf(db, answered.id)).toEqual(answeredBefore);

  const [event] = await db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectId, open.id), eq(auditEvents.act, "case.deadline_moved")));
  expect(event).toMatchObject({ officialId: admin.id, data: { step: "answer", from: "2026-11-16", to: "2026-11-17", held: false } });
  const [told] = (await explainClocks(db, open.id, null, "2026-11-10")).filter(({ step }) => step === "answer");
  expect(told?.explanation.days.find(({ day }) => day === "2026-11-12")).toMatchObject({ verdict: "swap_off", special: { nameVi: "Nghỉ bão" } });
});

test("a swap is one change: the day off and the Saturday worked leave what lies beyond them where it was", async ({ db }) => {
  const admin = await makeOfficial(db, { roles: ["admin"] });
  const open = await makeCase(db, testKeys, { receivedAt });
  const { version } = await currentCalendar(db);
  const worked: SpecialDay = { ...storm, day: "2026-11-14", kind: "hoan_doi_lam", nameVi: "Làm bù" };
  const preview = await previewCalendarChange(db, admin, { basedOn: version, note, add: [storm, worked] }, now);
  if (!preview.ok) throw new Error(preview.code);
  expect(preview.value.moved.filter(({ caseId, step }) => caseId === open.id && step === "answer")).toEqual([]);
});

test("a closure of one unit moves its cases, and no others", async ({ db }) => {
  const [here, there] = [await makeUnit(db), await makeUnit(db)];
  const admin = await makeOfficial(db, { roles: ["admin"] });
  const [mine, other] = [
    await makeCase(db, testKeys, { receivedAt, unit: here, state: "DANG_XU_LY" }),
    await makeCase(db, testKeys, { receivedAt, unit: there, state: "DANG_XU_LY" }),
  ];
  const saved = await addCalendarVersion(db, admin, await changeOf(db, { ...storm, kind: "dia_phuong", unitId: here.id }), now);
  if (!saved.ok) throw new Error(saved.code);
  expect(saved.value.moved.map(({ caseId }) => caseId)).toContain(mine.id);
  expect(saved.value.moved.map(({ caseId }) => caseId)).not.toContain(other.id);
});

test("a day taken out never makes a case due before the next working day", async ({ db }) => {
  const admin = await makeOfficial(db, { roles: ["admin"] });
  const open = await makeCase(db, testKeys, { receivedAt: new Date("2026-11-18T02:00:00Z") });
  expect((await answerOf(db, open.id)).dueOn).toBe("2026-11-26");
  const { version } = await currentCalendar(db);
  const remove = { day: "2026-11-24", unitId: null };
  const saved = await addCalendarVersion(db, admin, { basedOn: version, note, remove }, new Date("2026-11-25T02:00:00Z"));
  if (!saved.ok) throw new Error(saved.code);
  expect(await answerOf(db, open.id)).toMatchObject({ dueOn: "2026-11-26", calendarVersionId: saved.value.version });
});

test("a clock that began by yesterday’s calendar catches up, once", async ({ db }) => {
  const admin = await makeOfficial(db, { roles: ["admin"] });
  const open = await makeCase(db, testKeys, { receivedAt });
  const before = await answerOf(db, open.id);
  const saved = await addCalendarVersion(db, admin, await changeOf(db, storm), now);
  if (!saved.ok) throw new Error(saved.code);
  await db.update(clocks).set({ dueOn: before.dueOn, calendarVersionId: before.calendarVersionId, changes: [] }).where(eq(clocks.id, before.id));
  expect((await catchUpClocks(db, now)).map(({ clockId }) => clockId)).toEqual([before.id]);
  expect((await answerOf(db, open.id)).dueOn).toBe("2026-11-17");
  expect(await catchUpClocks(db, now)).toEqual([]);
});
