import { eq } from "drizzle-orm";
import { makeCase } from "#db/seed/factories/cases.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { first } from "#tests/support/first.ts";
import { testKeys } from "#tests/support/keys.ts";
import { expect, test } from "#tests/support/test.ts";
import * as feedback from "./index.server.ts";

const reason = "Lý do đủ dài để ghi lại.";
const later = new Date("2026-11-17T03:00:00Z");
const soon = new Date("2026-11-12T03:00:00Z");
const today = "2026-11-17";
const rowOf = async (db: Db, { id }: { id: string }) => first(await db.select().from(cases).where(eq(cases.id, id)));

test("a unit's people do not read what names their unit before it was given to them", async ({ db }) => {
  const unit = await makeUnit(db);
  const made = await makeCase(db, testKeys, { state: "MOI", draft: { unit: unit.slug }, unit });
  expect(await feedback.findCaseForOfficial(db, made.people.handler, made.code, today)).toBeUndefined();
  expect(await feedback.findCaseForOfficial(db, made.people.head, made.code, today)).toBeUndefined();
  expect(await feedback.findCaseForOfficial(db, made.people.intake, made.code, today)).toBeDefined();
});

test("whoever handles a case cannot extend or approve it, even with the right to", async ({ db }) => {
  const unit = await makeUnit(db);
  const both = await makeOfficial(db, { roles: ["handler", "approver"], unit });
  const people = { ...(await makeCase(db, testKeys, { unit })).people, handler: both };
  const running = await makeCase(db, testKeys, { state: "DANG_XU_LY", unit, people });
  expect(await feedback.askExtension(db, both, running.code, { to: "2026-11-18", reason }, soon)).toMatchObject({ ok: true });
  expect(await feedback.grantExtension(db, testKeys, both, running.code, {}, soon)).toEqual({ ok: false, code: "case.four_eyes" });
  const waiting = await makeCase(db, testKeys, { state: "CHO_DUYET", unit, people });
  expect(await feedback.approveReply(db, testKeys, both, waiting.code, {}, later)).toEqual({ ok: false, code: "case.four_eyes" });
  expect((await feedback.findCaseForOfficial(db, both, waiting.code, today))?.mayDo).not.toContain("approve_reply");
});

test("a coordinator names the unit as it is called that day, and the case keeps that name", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DA_PHAN_CONG" });
  const office = await feedback.findCaseForOfficial(db, made.people.coordinator, made.code, today);
  const row = await rowOf(db, made);
  expect(office?.unit?.nameVi).toMatch(/^Đơn vị/);
  expect(office?.assignments).toMatchObject([{ to: office?.unit, bouncedAt: null }]);
  expect(row.unitVersionId).not.toBeNull();
});
