import { and, eq } from "drizzle-orm";
import { clocks, messages } from "#db/schema/index.ts";
import { makeCase } from "#db/seed/factories/cases.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import type { Db } from "#db/schema/handle.ts";
import { testKeys } from "#tests/support/keys.ts";
import { expect, test } from "#tests/support/test.ts";
import { addCalendarVersion, currentCalendar } from "../calendar/index.server.ts";
import { catchUp, changeCalendar } from "./index.server.ts";

const now = new Date("2026-11-10T02:00:00Z");
const receivedAt = new Date("2026-11-09T02:00:00Z");
const storm = { day: "2026-11-12", kind: "hoan_doi_nghi" as const, nameVi: "Nghỉ bão", nameEn: "Storm", source: "Công điện mẫu", unitId: null };
const contact = { email: "nguoi.gui@example.vn" };
const toldOf = (db: Db, caseId: string) =>
  db
    .select()
    .from(messages)
    .where(and(eq(messages.caseId, caseId), eq(messages.template, "case_deadline_moved")));

test("who was promised a day is told the new one, once; who waits for nothing is told nothing", async ({ db }) => {
  const admin = await makeOfficial(db, { roles: ["admin"] });
  const open = await makeCase(db, testKeys, { receivedAt, state: "DANG_XU_LY", language: "en", draft: { contact } });
  const answered = await makeCase(db, testKeys, { receivedAt, state: "DA_TRA_LOI", draft: { contact } });
  const { version } = await currentCalendar(db);
  const changed = await changeCalendar(db, testKeys, admin, { basedOn: version, note: "Bão số 9", add: [storm] }, now);
  expect(changed).toMatchObject({ ok: true });

  const mails = await toldOf(db, open.id);
  expect(mails.map(({ data, language }) => ({ data, language }))).toEqual([
    { data: { code: open.code, from: "2026-11-16", until: "2026-11-17" }, language: "en" },
  ]);
  expect(await toldOf(db, answered.id)).toEqual([]);
});

test("a clock that begins by the old calendar in the same moment is caught up, and its sender told", async ({ db }) => {
  const admin = await makeOfficial(db, { roles: ["admin"] });
  const late = await makeCase(db, testKeys, { receivedAt, draft: { contact } });
  const { version } = await currentCalendar(db);
  const [before] = await db
    .select()
    .from(clocks)
    .where(and(eq(clocks.caseId, late.id), eq(clocks.step, "answer")));
  await addCalendarVersion(db, admin, { basedOn: version, note: "Bão số 9", add: [storm] }, now);
  await db
    .update(clocks)
    .set({ calendarVersionId: version, dueOn: before?.dueOn ?? "2026-11-16", changes: [] })
    .where(eq(clocks.id, before?.id ?? ""));
  expect(await catchUp(db, testKeys, now)).toBe(1);
  expect((await toldOf(db, late.id)).map(({ data }) => data)).toEqual([{ code: late.code, from: "2026-11-16", until: "2026-11-17" }]);
  expect(await catchUp(db, testKeys, now)).toBe(0);
});

test("a change that is refused tells nobody", async ({ db }) => {
  const handler = await makeOfficial(db, { roles: ["handler"] });
  const open = await makeCase(db, testKeys, { receivedAt, draft: { contact } });
  const { version } = await currentCalendar(db);
  expect(await changeCalendar(db, testKeys, handler, { basedOn: version, note: "Bão số 9", add: [storm] }, now)).toMatchObject({
    code: "calendar.not_yours",
  });
  expect(await toldOf(db, open.id)).toEqual([]);
});
