import { eq } from "drizzle-orm";
import { makeCase } from "#db/seed/factories/cases.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { auditEvents, cases, clocks } from "#db/schema/index.ts";
import { testKeys } from "#tests/support/keys.ts";
import { expect, test } from "#tests/support/test.ts";
import { findPublic } from "../publishing/index.server.ts";
import { checkEnding, endUnits, publishUnit } from "../units/index.server.ts";
import { countCasesOfUnits, findCaseByReceipt, findCaseForOfficial, listLeftBehind, moveCasesToSuccessors, moveToSuccessor } from "./index.server.ts";

const now = new Date("2026-11-17T03:00:00Z");
const wish = { kind: "merge", lastDay: "2026-11-16", decision: "Quyết định 1 (mẫu)" } as const;

test("units end by a decision; each open case goes to the successor a person chose, with its clocks as they were", async ({ db }) => {
  const admin = await makeOfficial(db, { roles: ["admin"] });
  const unit = await makeUnit(db, { nameVi: "Phòng Cũ (mẫu)" });
  const [first, second] = [await makeUnit(db), await makeUnit(db, { nameVi: "Phòng Mới (mẫu)" })];
  const made = await makeCase(db, testKeys, { state: "DANG_XU_LY", unit });
  const other = await makeCase(db, testKeys, { state: "DA_PHAN_CONG", unit });
  const published = await makeCase(db, testKeys, { state: "DA_CONG_KHAI", unit });
  const { coordinator } = made.people;
  const before = await db.select().from(clocks).where(eq(clocks.caseId, made.id));
  expect(await moveToSuccessor(db, testKeys, coordinator, made.code, { unitId: second.id }, now)).toEqual({ ok: false, code: "case.unit_goes_on" });
  expect(await listLeftBehind(db, coordinator, "2026-11-17")).toEqual([]);

  expect(await countCasesOfUnits(db, [unit.id])).toEqual(new Map([[unit.id, { open: 2, all: 3 }]]));
  expect(await endUnits(db, admin, { ...wish, unitIds: [unit.id], successorIds: [first.id, second.id] }, now)).toMatchObject({ ok: true });
  const [row] = await db.select().from(cases).where(eq(cases.id, made.id));
  expect(row?.unitId).toBe(unit.id);
  expect(await listLeftBehind(db, coordinator, "2026-11-16")).toEqual([]);
  const [left] = await listLeftBehind(db, coordinator, "2026-11-17");
  expect(left?.unit?.nameVi).toBe("Phòng Cũ (mẫu)");
  expect(left?.cases.map(({ code }) => code).toSorted()).toEqual([made.code, other.code].toSorted());
  expect(left?.successors.map(({ id }) => id).toSorted()).toEqual([first.id, second.id].toSorted());
  expect(await listLeftBehind(db, admin, "2026-11-17")).toEqual([]);

  const stranger = await makeUnit(db);
  const revisionOf = (code: string) => left?.cases.find((one) => one.code === code)?.revision ?? 0;
  const answer = await moveCasesToSuccessors(
    db,
    testKeys,
    coordinator,
    [
      { code: made.code, unitId: second.id, revision: revisionOf(made.code) },
      { code: other.code, unitId: stranger.id, revision: revisionOf(other.code) },
    ],
    now,
  );
  expect(answer).toMatchObject({ moved: 1, refused: [{ code: other.code, refusal: { code: "case.not_a_successor" } }] });
  expect(await db.select().from(clocks).where(eq(clocks.caseId, made.id))).toEqual(before);
  const moved = await findCaseForOfficial(db, coordinator, made.code, "2026-11-17");
  expect(moved).toMatchObject({ state: "DANG_XU_LY", unit: { nameVi: "Phòng Mới (mẫu)" }, handlerId: null });
  expect(moved?.assignments.map(({ to }) => to?.nameVi)).toEqual(["Phòng Cũ (mẫu)", "Phòng Mới (mẫu)"]);
  const timeline = (await findCaseByReceipt(db, made.code, made.receiptKey, "2026-11-17"))?.timeline;
  expect(timeline?.at(-1)).toMatchObject({ step: "assigned", unit: { nameVi: "Phòng Mới (mẫu)" } });
  expect((await findPublic(db, "case", published.code))?.content).toMatchObject({ unit: { name: { vi: "Phòng Cũ (mẫu)" } } });
});

test("only the administrator ends units, none that others hang under, and only with successors of ours", async ({ db }) => {
  const admin = await makeOfficial(db, { roles: ["admin"] });
  const coordinator = await makeOfficial(db, { roles: ["coordinator"] });
  const unit = await makeUnit(db);
  const child = await makeUnit(db, { parent: unit, nameVi: "Tổ con (mẫu)" });
  const next = await makeUnit(db);
  const end = (by: typeof admin, more: Partial<Parameters<typeof endUnits>[2]>) =>
    endUnits(db, by, { ...wish, unitIds: [unit.id], successorIds: [next.id], ...more }, now);
  expect(await end(coordinator, {})).toEqual({ ok: false, code: "unit.not_yours" });
  expect(await end(admin, {})).toEqual({ ok: false, code: "unit.leaves_units_below", details: { name: "Tổ con (mẫu)" } });
  expect(await end(admin, { successorIds: [] })).toEqual({ ok: false, code: "unit.nothing_chosen" });
  expect(await end(admin, { successorIds: [unit.id] })).toEqual({ ok: false, code: "unit.succeeds_itself" });
  expect(await end(admin, { unitIds: [child.id], successorIds: [crypto.randomUUID()] })).toEqual({ ok: false, code: "unit.unknown_successor" });
  expect(await end(admin, { decision: " " })).toEqual({ ok: false, code: "text.missing" });
  const both = { unitIds: [unit.id, child.id] };
  expect(await checkEnding(db, admin, { ...wish, ...both, successorIds: [next.id] })).toMatchObject({ ok: true });
  expect(await db.select().from(auditEvents)).toEqual([]);
  expect(await end(admin, both)).toMatchObject({ ok: true, value: { units: 2 } });
  expect(await end(admin, both)).toEqual({ ok: false, code: "unit.not_in_force" });
  expect(await publishUnit(db, "portal", unit.id, "2026-11-17")).toMatchObject({ ok: true });
  expect((await findPublic(db, "unit", unit.slug))?.content).toMatchObject({ inForce: false, successors: [{ slug: next.slug, kind: "merge" }] });
});
