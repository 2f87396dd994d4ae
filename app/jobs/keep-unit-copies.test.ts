import { eq, sql } from "drizzle-orm";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { publicationLog, unitVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { findPublic, hidePublicCopy, listPublic, withdrawPublicCopy } from "#app/domain/publishing/index.server.ts";
import { endUnits, publishUnit } from "#app/domain/units/index.server.ts";
import { openLog } from "#app/platform/log.server.ts";
import { breakRows, literal } from "#tests/support/break-rows.ts";
import { expect, test } from "#tests/support/test.ts";
import { keepUnitCopies } from "./keep-unit-copies.server.ts";

const at = (text: string) => new Date(text);
/** Vietnam’s 20 November, in the morning. */
const decidedAt = at("2026-11-20T02:00:00Z");
const keepOn = (db: Db, now: Date) => keepUnitCopies({ db, log: openLog("silent"), now: () => now });
const versionsOf = async (db: Db, slug: string) => (await db.select().from(publicationLog).where(eq(publicationLog.slug, slug))).length;

async function published(db: Db, what: Parameters<typeof makeUnit>[1] = {}) {
  const unit = await makeUnit(db, what);
  await publishUnit(db, "portal", unit.id, "2026-11-20", { now: decidedAt });
  return unit;
}

test("a unit that ends on a day to come says so on the morning after its last day, and not before", async ({ db }) => {
  const admin = await makeOfficial(db, { roles: ["admin"] });
  const [unit, next, other] = [await published(db), await published(db), await published(db)];
  const wish = { unitIds: [unit.id], successorIds: [next.id], kind: "merge", lastDay: "2026-11-22", decision: "Quyết định 2 (mẫu)" } as const;
  expect(await endUnits(db, admin, wish, decidedAt)).toMatchObject({ ok: true });
  const former = async () => (await listPublic(db, "unit", { facet: "former" }, { limit: 100 })).items.map(({ slug }) => slug);
  const versions = await versionsOf(db, unit.slug);

  // Its last day, one minute before midnight in Vietnam.
  await keepOn(db, at("2026-11-22T16:59:00Z"));
  expect((await findPublic(db, "unit", unit.slug))?.content).toMatchObject({ inForce: true });
  expect([await former(), await versionsOf(db, unit.slug)]).toEqual([[], versions]);

  await keepOn(db, at("2026-11-22T17:01:00Z"));
  expect((await findPublic(db, "unit", unit.slug))?.content).toMatchObject({ inForce: false, successors: [{ slug: next.slug }] });
  expect(await former()).toEqual([unit.slug]);
  expect(await versionsOf(db, unit.slug)).toBe(versions + 1);

  await keepOn(db, at("2026-11-22T18:01:00Z"));
  expect([await versionsOf(db, unit.slug), await versionsOf(db, other.slug)]).toEqual([versions + 1, 1]);
});

test("a new name holds from its day, on the unit’s own page and on those that name it; missed nights are made up for", async ({ db }) => {
  const unit = await published(db, { nameVi: "Phòng Tên Cũ (mẫu)" });
  const below = await published(db, { parent: unit });
  await db.update(unitVersions).set({ validTo: "2026-11-21" }).where(eq(unitVersions.unitId, unit.id));
  const name = { nameVi: "Phòng Tên Mới (mẫu)", nameEn: "New name (sample)", kind: "phong", decision: "Quyết định 3 (mẫu)" } as const;
  await db.insert(unitVersions).values({ unitId: unit.id, ...name, validFrom: "2026-11-22" });

  await keepOn(db, at("2026-11-21T10:00:00Z"));
  expect((await findPublic(db, "unit", unit.slug))?.content.name.vi).toBe("Phòng Tên Cũ (mẫu)");
  // The portal was down for three nights.
  await keepOn(db, at("2026-11-25T01:00:00Z"));
  expect((await findPublic(db, "unit", unit.slug))?.content.name.vi).toBe("Phòng Tên Mới (mẫu)");
  expect((await findPublic(db, "unit", below.slug))?.content).toMatchObject({ parent: { name: { vi: "Phòng Tên Mới (mẫu)" } } });
});

test("what was hidden or withdrawn is not shown again by the clock", async ({ db }) => {
  const [hidden, withdrawn, never] = [await published(db), await published(db), await makeUnit(db)];
  for (const unit of [hidden, withdrawn, never]) {
    await db.update(unitVersions).set({ validTo: "2026-11-21" }).where(eq(unitVersions.unitId, unit.id));
  }
  await hidePublicCopy(db, "portal", "unit", hidden.slug, "Thử (mẫu)", decidedAt);
  await withdrawPublicCopy(db, "portal", "unit", withdrawn.slug, "Thử (mẫu)", decidedAt);
  await keepOn(db, at("2026-11-22T01:00:00Z"));
  for (const unit of [hidden, withdrawn, never]) expect(await findPublic(db, "unit", unit.slug)).toBeUndefined();
});

test("a unit whose copy cannot be written keeps no other from saying how it is", async ({ db }) => {
  const units = [await published(db), await published(db), await published(db)];
  const [broken, ...others] = units;
  for (const unit of units) await db.update(unitVersions).set({ validTo: "2026-11-21" }).where(eq(unitVersions.unitId, unit.id));
  await breakRows(db, "public_copies", sql`new.slug = ${literal(broken?.slug ?? "")}`, "insert or update");
  await expect(keepOn(db, at("2026-11-22T01:00:00Z"))).rejects.toThrow(/public_copies/);
  for (const { slug } of others) expect((await findPublic(db, "unit", slug))?.content).toMatchObject({ inForce: false });
});
