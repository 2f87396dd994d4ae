import { eq } from "drizzle-orm";
import { makeCase } from "#db/seed/factories/cases.ts";
import { makeProcedure } from "#db/seed/factories/procedures.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { cases, monthValues, publicationLog, serviceMonths } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { testKeys } from "#tests/support/keys.ts";
import { countsOf, makeServiceWorld, type ServiceWorld } from "#tests/support/service-quality.ts";
import { expect, test } from "#tests/support/test.ts";
import { findPublic } from "../publishing/index.server.ts";
import { addRules, correctMonth, findMonth, freezeDueMonths, freezeMonth, importCounts, saveMonthValue } from "./index.server.ts";
import { Decision766Rules, OneStopRules } from "./rules-schema.ts";
import { rulesOn } from "./rules.server.ts";

const now = new Date("2026-10-05T03:00:00Z");
const telling = "Theo bà Lan, 0912 345 678";

const valueOf = ({ authority }: ServiceWorld, month = "2026-09") => ({
  authority: authority.slug,
  month,
  code: "2.1",
  numerator: 19,
  denominator: 20,
  source: "Một cửa điện tử",
});

/** 5.4 of the newest version of a month. */
async function dossiersOf(db: Db, authorityId: string, month: string) {
  const found = await findMonth(db, authorityId, month);
  return found?.figures.groups.flatMap(({ items }) => items).find(({ code }) => code === "5.4");
}

test("a month is frozen once; later it gives the same figures, and what is brought in makes a new version", async ({ db }) => {
  const world = await makeServiceWorld(db);
  await makeProcedure(db, { unit: world.unit });
  const wish = { authorityId: world.authority.id, month: "2026-09" };
  expect(await freezeMonth(db, "portal", { ...wish, month: "2026-10" }, now)).toMatchObject({ code: "service_quality.not_over" });
  expect(await freezeMonth(db, "portal", wish, now)).toMatchObject({ ok: true, value: { slug: `${world.authority.slug}-2026-09`, version: 1 } });
  expect(await freezeMonth(db, "portal", wish, now)).toMatchObject({ code: "service_quality.month_is_there" });

  await makeProcedure(db, { unit: world.unit });
  const first = await findMonth(db, world.authority.id, "2026-09");
  expect(first).toMatchObject({ version: 1, unchanged: true });
  expect(first?.snapshot.procedures).toHaveLength(1);

  const value = valueOf(world);
  expect(await saveMonthValue(db, world.head, value, now)).toMatchObject({ code: "service_quality.not_yours" });
  expect(await saveMonthValue(db, world.coordinator, { ...value, code: "5.2" }, now)).toMatchObject({ code: "service_quality.not_to_enter" });
  expect(await saveMonthValue(db, world.coordinator, value, now)).toMatchObject({ ok: true });
  expect(await correctMonth(db, world.approver, { ...wish, note: "Bổ sung 2.1" }, now)).toMatchObject({ ok: true, value: { version: 2 } });
  const second = await findMonth(db, world.authority.id, "2026-09");
  expect(second?.snapshot.procedures).toHaveLength(1);
  const copy = await findPublic(db, "service_month", `${world.authority.slug}-2026-09`);
  // 19 of 20 = 95 % of 20 = 19
  expect(copy?.content.groups[1]?.items[0]).toMatchObject({ code: "2.1", mark: "imported", rate: 95, points: 19, importedFrom: "Một cửa điện tử" });
  expect(copy?.content.editions).toMatchObject([
    { version: 1, note: null },
    { version: 2, note: "Bổ sung 2.1" },
  ]);
  expect(await db.select().from(publicationLog)).toHaveLength(2);
  expect(await freezeDueMonths(db, now)).toEqual({ frozen: 0, failed: [] });
});

test("nothing that names a person gets into a month: no note, no source of a value, no source of dossiers", async ({ db }) => {
  const world = await makeServiceWorld(db);
  const wish = { authorityId: world.authority.id, month: "2026-09" };
  const source = { code: "service_quality.source_personal_data" };
  const counts = countsOf(`${world.unit.slug};09/2026;1;60;40;0`);
  expect(await importCounts(db, world.coordinator, counts, telling, now)).toMatchObject(source);
  expect(await saveMonthValue(db, world.coordinator, { ...valueOf(world), source: telling }, now)).toMatchObject(source);
  expect(await freezeMonth(db, "portal", wish, now)).toMatchObject({ ok: true });
  expect(await correctMonth(db, world.approver, { ...wish, note: telling }, now)).toMatchObject({ code: "publish.note_personal_data" });

  // What is there already is stopped at the gateway.
  await saveMonthValue(db, world.coordinator, valueOf(world), now);
  await db.update(monthValues).set({ source: telling });
  expect(await correctMonth(db, world.approver, { ...wish, note: "Bổ sung 2.1" }, now)).toMatchObject({ code: "publish.personal_data" });
  expect(await findMonth(db, world.authority.id, "2026-09")).toMatchObject({ version: 1 });
});

test("months that were missed are made up for, of each authority since its first", async ({ db }) => {
  const { authority } = await makeServiceWorld(db);
  const younger = await makeUnit(db);
  await makeUnit(db, { parent: younger });
  const months = async () => (await db.select().from(serviceMonths)).map(({ authorityId, month }) => `${authorityId} ${month}`).sort();
  await freezeMonth(db, "portal", { authorityId: authority.id, month: "2026-07" }, now);

  // The portal was down through October.
  expect(await freezeDueMonths(db, new Date("2026-11-02T17:40:00Z"))).toEqual({ frozen: 4, failed: [] });
  expect(await months()).toEqual(
    [...["2026-07", "2026-08", "2026-09", "2026-10"].map((month) => `${authority.id} ${month}`), `${younger.id} 2026-10`].sort(),
  );
});

test("an authority whose month cannot be frozen keeps no other back, and is told of", async ({ db }) => {
  const { authority, coordinator } = await makeServiceWorld(db);
  const [refused, broken] = [await makeUnit(db), await makeUnit(db)];
  for (const parent of [refused, broken]) await makeUnit(db, { parent });
  const value = { month: "2026-09", code: "2.1", numerator: 1, denominator: 2, enteredOn: "2026-10-02", enteredById: coordinator.id };
  await db.insert(monthValues).values({ ...value, authorityId: refused.id, source: telling });
  await db.execute(`alter table service_months add constraint breaks check (authority_id <> '${broken.id}')`);
  const { frozen, failed } = await freezeDueMonths(db, now);
  expect(frozen).toBe(1);
  expect(failed).toHaveLength(2);
  expect(failed).toContainEqual({ authority: refused.slug, month: "2026-09", why: "publish.personal_data" });
  expect(failed).toContainEqual({ authority: broken.slug, month: "2026-09", why: expect.any(Error) as Error });
  expect(await findMonth(db, authority.id, "2026-09")).toBeDefined();
});

test("reports about dossiers are counted once, whether or not dossiers were there; what left since is in every version", async ({ db }) => {
  const world = await makeServiceWorld(db);
  const wish = { kind: "phan_anh_kien_nghi", field: "mot-cua", unit: world.unit, state: "DA_PHAN_CONG", draft: { content: 1 } } as const;
  const made = [];
  for (const day of ["2026-08-10", "2026-08-11", "2026-09-10"]) {
    made.push(await makeCase(db, testKeys, { ...wish, receivedAt: new Date(`${day}T02:00:00Z`) }));
  }
  const counts = (month: string) => countsOf(`${world.unit.slug};${month};1;60;40;0`);
  await importCounts(db, world.coordinator, counts("08/2026"), "Sổ", now);
  for (const month of ["2026-08", "2026-09"]) await freezeMonth(db, "portal", { authorityId: world.authority.id, month }, now);
  expect(await dossiersOf(db, world.authority.id, "2026-08")).toMatchObject({ numerator: 98, denominator: 100 });
  expect(await dossiersOf(db, world.authority.id, "2026-09")).toMatchObject({ mark: "missing" });

  // Two are given to another authority, as they would leave for the confidential procedure.
  const elsewhere = await makeUnit(db);
  for (const { id } of made.slice(1)) {
    await db.update(cases).set({ unitId: elsewhere.id, unitVersionId: elsewhere.versionId }).where(eq(cases.id, id));
  }
  await importCounts(db, world.coordinator, counts("09/2026"), "Sổ", now);
  for (const month of ["2026-08", "2026-09"]) {
    await correctMonth(db, world.approver, { authorityId: world.authority.id, month, note: "Bổ sung số hồ sơ" }, now);
  }
  expect(await dossiersOf(db, world.authority.id, "2026-08")).toMatchObject({ numerator: 98, denominator: 100 });
  expect(await dossiersOf(db, world.authority.id, "2026-09")).toMatchObject({ numerator: 99, denominator: 100 });
});

test("a dislike that comes in the month after the last step counts there; it changes no frozen month, and makes nothing late", async ({ db }) => {
  const world = await makeServiceWorld(db);
  const wish = { kind: "phan_anh_kien_nghi", unit: world.unit, state: "DA_CONG_KHAI", draft: { content: 1 }, rating: { stars: 1 } } as const;
  const { code } = await makeCase(db, testKeys, { ...wish, receivedAt: new Date("2026-08-17T02:00:00Z"), days: { rate: 20 } });
  const figure = async (month: string, wanted: string) => {
    await freezeMonth(db, "portal", { authorityId: world.authority.id, month }, now);
    const found = await findMonth(db, world.authority.id, month);
    return found?.figures.groups.flatMap(({ items }) => items).find((one) => one.code === wanted);
  };
  expect(await figure("2026-08", "5.2")).toMatchObject({ numerator: 1, denominator: 1 });
  expect(await figure("2026-08", "5.3")).toMatchObject({ numerator: 1, denominator: 1 });
  expect(await figure("2026-09", "5.2")).toMatchObject({ mark: "no_base" });
  expect(await figure("2026-09", "5.3")).toMatchObject({ numerator: 0, denominator: 1 });
  expect((await findMonth(db, world.authority.id, "2026-09"))?.snapshot.cases).toEqual([{ code, steps: [], faults: ["disliked"] }]);
});

test("5.4 rests on the indicator that the rules of its month name, however score sheets are numbered", async ({ db }) => {
  const world = await makeServiceWorld(db);
  const [sheets, months] = [await rulesOn(db, "one_stop", "2026-09-30"), await rulesOn(db, "decision_766", "2026-09-30")];
  const renumbered = OneStopRules.parse({
    ...sheets.rules,
    indicators: sheets.rules.indicators.map((one) => ({ ...one, code: `${one.code}.1` })),
  });
  await addRules(db, world.approver, { content: renumbered, validFrom: "2026-08-01", note: "Đánh số lại" }, now);
  const wish = (content: Decision766Rules) => ({ content, validFrom: "2026-09-01", note: "Theo số mới" });
  await addRules(db, world.approver, wish(Decision766Rules.parse({ ...months.rules, dossiers: { indicator: "2.1" } })), now);

  // In August the score sheets have new numbers and the months do not yet.
  const lines = [`${world.unit.slug};08/2026;1;60;40;0`, `${world.unit.slug};09/2026;2.1;30;20;5`];
  expect(await importCounts(db, world.coordinator, countsOf(...lines), "Sổ", now)).toMatchObject({ ok: true });
  for (const month of ["2026-08", "2026-09"]) await freezeMonth(db, "portal", { authorityId: world.authority.id, month }, now);
  expect(await dossiersOf(db, world.authority.id, "2026-08")).toMatchObject({ numerator: 100, denominator: 100 });
  expect(await dossiersOf(db, world.authority.id, "2026-09")).toMatchObject({ numerator: 50, denominator: 55 });
});
