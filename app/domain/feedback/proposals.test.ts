import { and, eq } from "drizzle-orm";
import { makeCase } from "#db/seed/factories/cases.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import { caseProposals, cases, clocks, messages } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { testKeys } from "#tests/support/keys.ts";
import { memoryFiles } from "#tests/support/memory-files.ts";
import { expect, test } from "#tests/support/test.ts";
import {
  acceptCase,
  addSupplement,
  approveSupplement,
  askExtension,
  confirmRefusal,
  countWork,
  declineExtension,
  declineRefusal,
  declineSupplement,
  findCaseForOfficial,
  grantExtension,
  listWork,
  proposeRefusal,
  proposeSupplement,
} from "./index.server.ts";

const reason = "Lý do đủ dài để ghi lại.";
const day = (text: string) => new Date(`${text}T03:00:00Z`);
const mailsOf = async (db: Db, caseId: string) =>
  (await db.select({ template: messages.template }).from(messages).where(eq(messages.caseId, caseId))).map(({ template }) => template);
const clocksOf = (db: Db, caseId: string, step: "refuse" | "supplement" | "answer") =>
  db
    .select()
    .from(clocks)
    .where(and(eq(clocks.caseId, caseId), eq(clocks.step, step)));

test("a refusal is told, and stops its two days, only when another person confirms it", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "MOI" });
  const { intake, coordinator } = made.people;
  expect(await proposeRefusal(db, intake, made.code, { reason: "R09", text: reason }, day("2026-11-10"))).toMatchObject({
    ok: true,
    value: { state: "MOI" },
  });
  expect(await mailsOf(db, made.id)).not.toContain("case_refused");
  expect(await clocksOf(db, made.id, "refuse")).toMatchObject([{ stoppedOn: null }]);
  expect(await proposeRefusal(db, intake, made.code, { reason: "R05", text: reason }, day("2026-11-10"))).toEqual({
    ok: false,
    code: "proposal.waiting",
  });
  expect((await listWork(db, coordinator, { list: "to_confirm" }, { today: "2026-11-10" })).items.map(({ code }) => code)).toEqual([made.code]);
  expect((await countWork(db, coordinator, "2026-11-10")).to_confirm).toBe(1);

  expect(await confirmRefusal(db, testKeys, coordinator, made.code, {}, day("2026-11-13"))).toMatchObject({ ok: true, value: { state: "TU_CHOI" } });
  expect(await mailsOf(db, made.id)).toContain("case_refused");
  expect(await clocksOf(db, made.id, "refuse")).toMatchObject([{ stoppedOn: "2026-11-13", outcome: "late" }]);
  const [row] = await db.select().from(cases).where(eq(cases.id, made.id));
  expect(row).toMatchObject({ refusalReason: "R09", refusalText: reason });
});

test("whoever proposed a refusal does not confirm it, even with both rights, nor return it", async ({ db }) => {
  const both = await makeOfficial(db, { roles: ["intake", "coordinator"] });
  const made = await makeCase(db, testKeys, { state: "MOI" });
  await proposeRefusal(db, both, made.code, { reason: "R05", text: reason }, day("2026-11-10"));
  const own = { ok: false, code: "proposal.your_own" };
  expect(await confirmRefusal(db, testKeys, both, made.code, {}, day("2026-11-10"))).toEqual(own);
  expect(await declineRefusal(db, both, made.code, { comment: reason }, day("2026-11-10"))).toEqual(own);
  expect((await findCaseForOfficial(db, both, made.code, "2026-11-10"))?.mayDo).not.toContain("refuse");
  expect((await countWork(db, both, "2026-11-10")).to_confirm).toBe(0);
});

test("without a proposal there is nothing to confirm; a returned one may be proposed anew", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "MOI" });
  const { intake, coordinator } = made.people;
  expect(await confirmRefusal(db, testKeys, coordinator, made.code, {}, day("2026-11-10"))).toEqual({ ok: false, code: "proposal.none" });
  await proposeRefusal(db, intake, made.code, { reason: "R05", text: reason }, day("2026-11-10"));
  expect(await declineRefusal(db, coordinator, made.code, { comment: reason }, day("2026-11-10"))).toMatchObject({ ok: true });
  const seen = await findCaseForOfficial(db, intake, made.code, "2026-11-10");
  expect(seen?.proposals).toMatchObject([{ kind: "refusal", state: "declined", comment: reason, decidedBy: coordinator.name }]);
  expect(seen?.mayDo).toContain("propose_refusal");
});

test("a proposal lapses when the case goes on without it", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "MOI" });
  const { intake, coordinator } = made.people;
  await proposeRefusal(db, intake, made.code, { reason: "R05", text: reason }, day("2026-11-10"));
  await acceptCase(db, testKeys, intake, made.code, { kind: "hoi_dap", field: "khac" }, day("2026-11-10"));
  expect(await db.select().from(caseProposals)).toMatchObject([{ state: "lapsed", decidedById: null }]);
  expect((await countWork(db, coordinator, "2026-11-10")).to_confirm).toBe(0);
});

test("a sender is asked a second time only when the coordinator agrees, and never a third time", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DA_BO_SUNG" });
  const { intake, coordinator } = made.people;
  await proposeSupplement(db, intake, made.code, { request: reason }, day("2026-11-16"));
  expect(await declineSupplement(db, coordinator, made.code, { comment: reason }, day("2026-11-16"))).toMatchObject({ ok: true });
  await proposeSupplement(db, intake, made.code, { request: "Xin gửi ảnh giấy hẹn." }, day("2026-11-16"));
  expect(await mailsOf(db, made.id)).toEqual(["case_received", "case_supplement_requested"]);
  expect(await approveSupplement(db, testKeys, coordinator, made.code, {}, day("2026-11-17"))).toMatchObject({
    ok: true,
    value: { state: "CHO_BO_SUNG" },
  });
  const asked = await db.select().from(messages).where(eq(messages.template, "case_supplement_requested"));
  expect(asked.at(-1)?.data).toMatchObject({ request: "Xin gửi ảnh giấy hẹn.", until: "2026-11-27" });
  expect(await clocksOf(db, made.id, "supplement")).toHaveLength(2);

  await addSupplement(db, memoryFiles(), made, { body: "Ảnh giấy hẹn đây." }, day("2026-11-18"));
  expect(await proposeSupplement(db, intake, made.code, { request: reason }, day("2026-11-19"))).toEqual({ ok: false, code: "case.asked_twice" });
  expect((await findCaseForOfficial(db, intake, made.code, "2026-11-19"))?.mayDo).not.toContain("propose_supplement");
});

test("an extension is the handler's to ask and a leader's to grant; the first due day is kept", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DANG_XU_LY" });
  const { handler, approver } = made.people;
  const colleague = await makeOfficial(db, { roles: ["handler"], unit: made.unit });
  const wish = { to: "2026-11-20", reason };
  expect(await grantExtension(db, testKeys, approver, made.code, {}, day("2026-11-12"))).toEqual({ ok: false, code: "proposal.none" });
  expect(await askExtension(db, colleague, made.code, wish, day("2026-11-12"))).toEqual({ ok: false, code: "case.other_handler" });
  await askExtension(db, handler, made.code, wish, day("2026-11-12"));
  expect(await clocksOf(db, made.id, "answer")).toMatchObject([{ dueOn: "2026-11-16" }]);
  expect((await listWork(db, approver, { list: "to_approve" }, { today: "2026-11-12" })).items.map(({ code }) => code)).toEqual([made.code]);

  expect(await declineExtension(db, approver, made.code, { comment: reason }, day("2026-11-12"))).toMatchObject({ ok: true });
  expect(await clocksOf(db, made.id, "answer")).toMatchObject([{ dueOn: "2026-11-16" }]);
  await askExtension(db, handler, made.code, wish, day("2026-11-13"));
  expect(await grantExtension(db, testKeys, approver, made.code, {}, day("2026-11-16"))).toMatchObject({ ok: true });
  expect(await clocksOf(db, made.id, "answer")).toMatchObject([{ dueOn: "2026-11-20", originalDueOn: "2026-11-16" }]);
  expect(await mailsOf(db, made.id)).toContain("case_extended");
});

test("what was asked in time is not granted when the case is overdue, and stays asked", async ({ db }) => {
  const made = await makeCase(db, testKeys, { state: "DANG_XU_LY", unit: await makeUnit(db) });
  await askExtension(db, made.people.handler, made.code, { to: "2026-11-20", reason }, day("2026-11-16"));
  expect(await grantExtension(db, testKeys, made.people.approver, made.code, {}, day("2026-11-17"))).toMatchObject({
    ok: false,
    code: "clock.past_due",
  });
  expect(await db.select().from(caseProposals)).toMatchObject([{ state: "pending" }]);
});
