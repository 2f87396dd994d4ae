import { eq, sql } from "drizzle-orm";
import { makeCase } from "#db/seed/factories/cases.ts";
import { auditEvents, cases, messages } from "#db/schema/index.ts";
import { breakRows, literal } from "#tests/support/break-rows.ts";
import { testKeys } from "#tests/support/keys.ts";
import { cloneDatabase, expect, test } from "#tests/support/test.ts";
import { findPublic } from "../publishing/index.server.ts";
import { addSupplement, keepCases } from "./index.server.ts";
import { memoryFiles } from "#tests/support/memory-files.ts";

test("a supplement that never came closes the case the day after the sender's last day", async ({ db }) => {
  // Asked on Tuesday 10 November: ten calendar days, to Friday the 20th.
  const { id, code, receiptKey } = await makeCase(db, testKeys, { state: "CHO_BO_SUNG", receivedAt: new Date("2026-11-09T02:00:00Z") });
  expect(await keepCases(db, testKeys, new Date("2026-11-20T16:00:00Z"))).toEqual({ lapsed: 0, closed: 0 });
  expect(await keepCases(db, testKeys, new Date("2026-11-20T17:30:00Z"))).toEqual({ lapsed: 1, closed: 0 });
  expect(await keepCases(db, testKeys, new Date("2026-11-20T17:40:00Z"))).toEqual({ lapsed: 0, closed: 0 });

  const [row] = await db.select().from(cases).where(eq(cases.id, id));
  expect(row).toMatchObject({ state: "TU_CHOI", refusalReason: "R02", nextDueOn: null });
  const mails = await db.select().from(messages).where(eq(messages.template, "case_refused"));
  expect(mails).toMatchObject([{ data: { reason: "R02", text: "" } }]);
  const [event] = await db.select().from(auditEvents).where(eq(auditEvents.act, "case.let_supplement_lapse"));
  expect(event).toMatchObject({ actor: "portal", officialId: null });
  expect(await addSupplement(db, memoryFiles(), { code, receiptKey }, { body: "Muộn rồi" }, new Date("2026-11-23T02:00:00Z"))).toEqual({
    ok: false,
    code: "case.wrong_state",
  });
});

test("an answered case closes when the thirty days to rate are over, and stays public", async ({ db }) => {
  const made = await makeCase(db, testKeys, {
    state: "DA_CONG_KHAI",
    receivedAt: new Date("2026-09-07T02:00:00Z"),
    days: { approve: 4, submit: 3, publish: 7 },
  });
  await makeCase(db, testKeys, { state: "DA_TRA_LOI", receivedAt: new Date("2026-09-07T02:00:00Z") });
  // Answered on 11 September: to be rated to 11 October.
  expect(await keepCases(db, testKeys, new Date("2026-10-11T10:00:00Z"))).toEqual({ lapsed: 0, closed: 0 });
  expect(await keepCases(db, testKeys, new Date("2026-10-11T17:30:00Z"))).toEqual({ lapsed: 0, closed: 1 });
  expect((await db.select().from(cases).where(eq(cases.id, made.id)))[0]?.state).toBe("DONG");
  expect(await findPublic(db, "case", made.code)).toBeDefined();
});

test("a case that cannot be moved keeps no other from moving, and is told of", async ({ db }) => {
  const made = [];
  for (let index = 0; index < 3; index++) made.push(await makeCase(db, testKeys, { state: "CHO_BO_SUNG" }));
  const [broken = "", ...others] = made.map(({ id }) => id).sort();
  await breakRows(db, "cases", sql`new.id = ${literal(broken)}`);
  await expect(keepCases(db, testKeys, new Date("2026-12-20T02:00:00Z"))).rejects.toThrow(/update "cases"/);
  const refused = await db.select({ id: cases.id }).from(cases).where(eq(cases.state, "TU_CHOI"));
  expect(refused.map(({ id }) => id).sort()).toEqual(others);
});

test("two nodes that keep the cases in the same hour close each once", async () => {
  const { db, client } = await cloneDatabase();
  for (let index = 0; index < 4; index++) await makeCase(db, testKeys, { state: "CHO_BO_SUNG" });
  const late = new Date("2026-12-20T02:00:00Z");
  const runs = await Promise.all([keepCases(db, testKeys, late), keepCases(db, testKeys, late)]);
  expect(runs.reduce((sum, run) => sum + run.lapsed, 0)).toBe(4);
  expect(await db.select().from(messages).where(eq(messages.template, "case_refused"))).toHaveLength(4);
  await client.end();
});
