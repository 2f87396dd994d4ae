import { eq } from "drizzle-orm";
import { makeCase } from "#db/seed/factories/cases.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { prepareWorld } from "#db/seed/prepare-world.server.ts";
import { calendarDays, calendarVersions, clocks, deadlineRules } from "#db/schema/index.ts";
import { first } from "#tests/support/first.ts";
import { testKeys } from "#tests/support/keys.ts";
import { expect, test } from "#tests/support/test.ts";
import { currentCalendar, explainClocks, loadCalendar, loadRules, unitPath } from "./index.server.ts";
import { officialCalendar } from "./official-days.ts";
import { defaultRules } from "./rules.ts";

test("every boot prepares the world, and the second changes nothing", async ({ db }) => {
  const rules = await db.select().from(deadlineRules);
  const days = await db.select().from(calendarDays);
  await prepareWorld(db, new Date());
  expect(await db.select().from(deadlineRules)).toEqual(rules);
  expect(await db.select().from(calendarDays)).toEqual(days);
  expect(rules).toHaveLength(defaultRules.length);
  expect(await db.select().from(calendarVersions)).toMatchObject([{ id: 1 }]);
});

test("the stored calendar is the shipped one, with its guesses marked", async ({ db }) => {
  const stored = await currentCalendar(db);
  expect(stored.version).toBe(1);
  expect(stored.noticesUntil).toBe(officialCalendar.noticesUntil);
  const plain = (calendar: typeof stored) =>
    [...calendar.days.values()]
      .flat()
      .map((day) => `${day.day} ${day.kind} ${day.nameVi} ${day.provisional}`)
      .sort();
  expect(plain(stored)).toEqual(plain(officialCalendar));
});

test("a new holiday makes a new version; a clock is explained by the one it was started with", async ({ db }) => {
  const made = await makeCase(db, testKeys, { receivedAt: new Date("2026-11-09T02:00:00Z") });
  const version = first(await db.insert(calendarVersions).values({ note: "Bão số 9" }).returning());
  const copied = (await db.select().from(calendarDays).where(eq(calendarDays.versionId, 1))).map((day) => ({
    ...day,
    id: undefined,
    versionId: version.id,
  }));
  const storm = {
    versionId: version.id,
    day: "2026-11-12",
    kind: "dia_phuong" as const,
    nameVi: "Nghỉ bão",
    nameEn: "Storm",
    source: "Công điện mẫu",
  };
  await db.insert(calendarDays).values([...copied, storm]);
  const after = await makeCase(db, testKeys, { receivedAt: new Date("2026-11-09T02:00:00Z") });

  const [old] = (await explainClocks(db, made.id, null, "2026-11-10")).filter((clock) => clock.step === "answer");
  expect(old).toMatchObject({ calendarVersion: 1, dueOn: "2026-11-16", explanation: { due: "2026-11-16" } });
  const [anew] = (await explainClocks(db, after.id, null, "2026-11-10")).filter((clock) => clock.step === "answer");
  expect(anew).toMatchObject({ calendarVersion: version.id, dueOn: "2026-11-17" });
  expect(anew?.explanation.days.find((day) => day.day === "2026-11-12")).toMatchObject({ verdict: "local_off", special: { nameVi: "Nghỉ bão" } });
  expect((await loadCalendar(db, 1)).days.has("2026-11-12")).toBe(false);
});

test("a closure of one province moves only the deadlines of units below it", async ({ db }) => {
  const [here, there] = [await makeUnit(db), await makeUnit(db)];
  const office = await makeUnit(db, { parent: here });
  const version = first(await db.insert(calendarVersions).values({ note: "Bão số 9 tại tỉnh" }).returning());
  await db.insert(calendarDays).values({
    versionId: version.id,
    day: "2026-11-12",
    kind: "dia_phuong",
    nameVi: "Nghỉ bão",
    nameEn: "Storm",
    source: "Công điện mẫu",
    unitId: here.id,
  });
  const dueOf = async (slug: string) => {
    const made = await makeCase(db, testKeys, { receivedAt: new Date("2026-11-09T02:00:00Z"), draft: { unit: slug } });
    return (await db.select().from(clocks).where(eq(clocks.caseId, made.id))).find((clock) => clock.step === "answer")?.dueOn;
  };
  expect(await dueOf(office.slug)).toBe("2026-11-17");
  expect(await dueOf(there.slug)).toBe("2026-11-16");
  expect(await unitPath(db, office.id, "2026-11-09")).toEqual([office.id, here.id]);
});

test("an authority's own rule holds for its units and for no others", async ({ db }) => {
  const authority = await makeUnit(db);
  const office = await makeUnit(db, { parent: authority });
  const general = first((await loadRules(db, "hoi_dap")).filter((rule) => rule.code === "hoi_dap.answer"));
  await db.insert(deadlineRules).values({ ...general, id: undefined, version: 2, amount: 3, unitId: authority.id, basis: "Quy chế riêng (mẫu)" });
  const explained = async (slug: string | undefined, unitId: string | null) => {
    const made = await makeCase(db, testKeys, { receivedAt: new Date("2026-11-09T02:00:00Z"), draft: { unit: slug } });
    return (await explainClocks(db, made.id, unitId, "2026-11-10")).find((clock) => clock.step === "answer");
  };
  expect(await explained(office.slug, office.id)).toMatchObject({ dueOn: "2026-11-12", rule: { amount: 3, basis: "Quy chế riêng (mẫu)" } });
  expect(await explained(undefined, null)).toMatchObject({ dueOn: "2026-11-16", rule: { amount: 5 } });
});
