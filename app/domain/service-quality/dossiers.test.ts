import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import type { Db } from "#db/schema/handle.ts";
import { countsOf } from "#tests/support/service-quality.ts";
import { expect, test } from "#tests/support/test.ts";
import { findDossierCount } from "./dossiers.server.ts";
import { findScoreSheet, importCounts, openScoreSheet, prepareServiceRules, unitsToScore } from "./index.server.ts";

const now = new Date("2026-10-05T03:00:00Z");

/** A commune with two desks, one of which became the other on 16 August. */
async function makeCommune(db: Db) {
  await prepareServiceRules(db);
  const commune = await makeUnit(db, { kind: "ubnd-cap-xa" });
  const centre = await makeUnit(db, { parent: commune, kind: "trung-tam" });
  const older = await makeUnit(db, { parent: centre, kind: "mot-cua", nameVi: "Quầy cũ (mẫu)", validTo: "2026-08-15" });
  const newer = await makeUnit(db, { parent: centre, kind: "mot-cua", nameVi: "Quầy mới (mẫu)", validFrom: "2026-08-16" });
  const coordinator = await makeOfficial(db, { roles: ["coordinator"] });
  const bring = (...lines: string[]) => importCounts(db, coordinator, countsOf(...lines), "Sổ", now);
  const countOf = async (unit: { id: string }, period: string) => {
    const count = await findDossierCount(db, unit.id, period, "1");
    return count && count.sooner + count.onTime + count.late;
  };
  return { commune, centre, older, newer, coordinator, bring, countOf };
}

test("dossiers brought for units below are those of the unit, for a quarter as for a month", async ({ db }) => {
  const { commune, centre, older, newer, bring, countOf } = await makeCommune(db);
  expect(await countOf(commune, "2026-Q3")).toBeUndefined();
  await bring(`${older.slug};07/2026;1;5;5;0`, `${newer.slug};08/2026;1;10;10;0`);
  expect([await countOf(commune, "2026-07"), await countOf(commune, "2026-08")]).toEqual([10, 20]);
  // The new desk’s September is missing; the old one’s July is all it had.
  for (const unit of [commune, newer]) expect(await countOf(unit, "2026-Q3")).toBeUndefined();
  expect(await countOf(older, "2026-Q3")).toBe(10);
  await bring(`${newer.slug};09/2026;1;20;10;10`);
  for (const unit of [commune, centre]) expect(await countOf(unit, "2026-Q3")).toBe(70);
  expect(await countOf(newer, "2026-Q3")).toBe(60);

  const head = await makeOfficial(db, { roles: ["unit_head"], unit: commune });
  const opened = await openScoreSheet(db, head, { unit: commune.slug, quarter: "2026-Q3" }, now);
  const sheet = opened.ok ? await findScoreSheet(db, opened.value.id) : undefined;
  expect(sheet?.lines[0]?.computed).toMatchObject({ source: "imported", part: 60, whole: 70 });
});

test("a unit’s own count stands for all below it, so that nothing counts twice", async ({ db }) => {
  const { commune, centre, newer, bring, countOf } = await makeCommune(db);
  await bring(
    `${newer.slug};09/2026;1;20;10;10`,
    `${centre.slug};09/2026;1;50;0;0`,
    `${newer.slug};Q3/2026;1;60;0;0`,
    `${centre.slug};Q3/2026;1;90;0;0`,
  );
  expect([await countOf(commune, "2026-09"), await countOf(commune, "2026-Q3")]).toEqual([50, 90]);
  await bring(`${commune.slug};Q3/2026;1;95;0;0`);
  expect([await countOf(commune, "2026-Q3"), await countOf(centre, "2026-Q3"), await countOf(newer, "2026-Q3")]).toEqual([95, 90, 60]);
});

test("a unit that is no more is scored, and its dossiers are brought, for the periods at whose end it was there", async ({ db }) => {
  const { older, newer, coordinator, bring } = await makeCommune(db);
  const choices = async (...quarters: string[]) => (await unitsToScore(db, coordinator, quarters)).map(({ id }) => id);
  expect(await choices("2026-Q3", "2026-Q2")).toEqual(expect.arrayContaining([older.id, newer.id]));
  expect(await choices("2026-Q3")).not.toContain(older.id);
  expect(await openScoreSheet(db, coordinator, { unit: older.slug, quarter: "2026-Q2" }, now)).toMatchObject({ ok: true });
  expect(await openScoreSheet(db, coordinator, { unit: older.slug, quarter: "2026-Q3" }, now)).toMatchObject({
    code: "service_quality.unknown_unit",
  });

  expect(await bring("Quầy cũ (mẫu);06/2026;1;5;5;0", `${older.slug};Q2/2026;1;5;5;0`)).toMatchObject({ ok: true });
  expect(await bring(`${newer.slug};08/2026;1;5;5;0`, `${older.slug};08/2026;1;5;5;0`)).toMatchObject({
    code: "service_quality.row_wrong.unit",
    details: { line: 3 },
  });
  expect(await bring(`${newer.slug};06/2026;1;5;5;0`)).toMatchObject({ code: "service_quality.row_wrong.unit" });
  // Before the first rules hold, the first do.
  expect(await bring(`${older.slug};Q1/2021;1;5;5;0`)).toMatchObject({ ok: true });
});
