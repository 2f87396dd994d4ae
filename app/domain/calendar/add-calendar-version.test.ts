import { eq } from "drizzle-orm";
import { auditEvents } from "#db/schema/index.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { addCalendarVersion } from "./add-calendar-version.server.ts";
import { currentCalendar, loadCalendar } from "./load-calendar.server.ts";
import { isWorkingDay, type SpecialDay } from "./working-days.ts";

const now = new Date("2026-11-20T02:00:00Z");
const storm: SpecialDay = { day: "2026-12-02", kind: "dia_phuong", nameVi: "Nghỉ tránh bão", nameEn: "Storm", source: "Công điện mẫu", unitId: null };
const swap: SpecialDay = { ...storm, kind: "hoan_doi_nghi" };
const note = "Theo thông báo mẫu";

test("a new day makes a new version; the old one stays as it was", async ({ db }) => {
  const admin = await makeOfficial(db, { roles: ["admin"] });
  const old = await currentCalendar(db);
  const made = await addCalendarVersion(db, admin, { basedOn: old.version, note, add: [swap] }, now);
  if (!made.ok) throw new Error(made.code);

  const current = await currentCalendar(db);
  expect(current.version).toBe(made.value.version);
  expect(isWorkingDay(current, "2026-12-02")).toBe(false);
  expect(isWorkingDay(await loadCalendar(db, old.version), "2026-12-02")).toBe(true);
  expect([...current.days.values()].flat()).toHaveLength([...old.days.values()].flat().length + 1);
  const [event] = await db.select().from(auditEvents).where(eq(auditEvents.subject, "calendar"));
  expect(event).toMatchObject({ act: "calendar.version_added", officialId: admin.id, data: { day: "2026-12-02", kind: "hoan_doi_nghi" } });
});

test("a day already there is replaced, and a wrong one can be taken out", async ({ db }) => {
  const admin = await makeOfficial(db, { roles: ["admin"] });
  const { version } = await currentCalendar(db);
  const made = await addCalendarVersion(db, admin, { basedOn: version, note, add: [swap] }, now);
  if (!made.ok) throw new Error(made.code);
  const renamed = await addCalendarVersion(db, admin, { basedOn: made.value.version, note, add: [{ ...swap, nameVi: "Tên khác" }] }, now);
  if (!renamed.ok) throw new Error(renamed.code);
  expect((await currentCalendar(db)).days.get("2026-12-02")?.map(({ nameVi }) => nameVi)).toEqual(["Tên khác"]);
  await addCalendarVersion(db, admin, { basedOn: renamed.value.version, note, remove: { day: "2026-12-02", unitId: null } }, now);
  expect((await currentCalendar(db)).days.has("2026-12-02")).toBe(false);
});

test("a local closure names its unit, and holds for the units of who may say so", async ({ db }) => {
  const [mine, other] = [await makeUnit(db), await makeUnit(db)];
  const admin = await makeOfficial(db, { roles: ["admin"], unit: mine });
  const { version } = await currentCalendar(db);
  const anywhere = await makeOfficial(db, { roles: ["admin"] });
  expect(await addCalendarVersion(db, anywhere, { basedOn: version, note, add: [storm] }, now)).toMatchObject({ code: "calendar.local_needs_unit" });
  expect(await addCalendarVersion(db, admin, { basedOn: version, note, add: [swap] }, now)).toMatchObject({ code: "calendar.not_yours" });
  expect(await addCalendarVersion(db, admin, { basedOn: version, note, add: [{ ...storm, unitId: other.id }] }, now)).toMatchObject({
    code: "calendar.not_yours",
  });
  expect(await addCalendarVersion(db, admin, { basedOn: version, note, add: [{ ...storm, unitId: mine.id }] }, now)).toMatchObject({ ok: true });
  const current = await currentCalendar(db);
  expect(isWorkingDay(current, "2026-12-02", mine.id)).toBe(false);
  expect(isWorkingDay(current, "2026-12-02", other.id)).toBe(true);
});

test("without a note, on an old version or for a day that is not there, nothing is made", async ({ db }) => {
  const admin = await makeOfficial(db, { roles: ["admin"] });
  const { version } = await currentCalendar(db);
  expect(await addCalendarVersion(db, admin, { basedOn: version, note: " ", add: [swap] }, now)).toMatchObject({ code: "calendar.note_missing" });
  expect(await addCalendarVersion(db, admin, { basedOn: version + 99, note, add: [swap] }, now)).toMatchObject({
    code: "calendar.changed_meanwhile",
  });
  expect(await addCalendarVersion(db, admin, { basedOn: version, note, remove: { day: "2026-12-03", unitId: null } }, now)).toMatchObject({
    code: "calendar.no_such_day",
  });
  expect((await currentCalendar(db)).version).toBe(version);
});

test("of two who change the same version at once, one has to look again", async () => {
  const { db, client } = await cloneDatabase(4);
  const admin = await makeOfficial(db, { roles: ["admin"] });
  const { version } = await currentCalendar(db);
  await Promise.all([1, 2, 3, 4].map(() => currentCalendar(db)));
  const results = await Promise.all(
    [1, 2, 3].map((day) => addCalendarVersion(db, admin, { basedOn: version, note, add: [{ ...swap, day: `2026-12-0${day}` }] }, now)),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  await client.end();
});
