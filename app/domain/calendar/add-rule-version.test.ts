import { eq } from "drizzle-orm";
import { auditEvents, cases, clocks, deadlineRules } from "#db/schema/index.ts";
import { makeCase } from "#db/seed/factories/cases.ts";
import { makeOfficial } from "#db/seed/factories/officials.ts";
import { makeUnit } from "#db/seed/factories/units.ts";
import type { Db } from "#db/schema/handle.ts";
import { first } from "#tests/support/first.ts";
import { testKeys } from "#tests/support/keys.ts";
import { expect, test } from "#tests/support/test.ts";
import { acceptCase } from "../feedback/index.server.ts";
import { addRuleVersion, explainClocks } from "./index.server.ts";

const now = new Date("2026-11-06T02:00:00Z");
const wish = { code: "hoi_dap.answer", amount: 3, ceiling: 6, cutOffHour: null, basis: "Quy chế riêng (mẫu)", validFrom: "2026-11-09", unitId: null };
/** Monday 9 November, at this hour in Việt Nam. */
const mondayAt = (hour: number) => new Date(Date.UTC(2026, 10, 9, hour - 7));
const answerOf = async (db: Db, id: string) => (await explainClocks(db, id, null, "2026-11-10")).find(({ step }) => step === "answer");

test("a new version of a rule holds for clocks that begin from its day on; those that run keep theirs", async ({ db }) => {
  const admin = await makeOfficial(db, { roles: ["admin"] });
  const running = await makeCase(db, testKeys, { receivedAt: now });
  expect(await addRuleVersion(db, admin, wish, now)).toEqual({ ok: true, value: { code: "hoi_dap.answer", version: 2 } });
  const before = await makeCase(db, testKeys, { receivedAt: now });
  const after = await makeCase(db, testKeys, { receivedAt: mondayAt(9) });
  expect(await answerOf(db, running.id)).toMatchObject({ rule: { version: 1, amount: 5 } });
  expect(await answerOf(db, before.id)).toMatchObject({ rule: { version: 1, amount: 5 } });
  expect(await answerOf(db, after.id)).toMatchObject({
    dueOn: "2026-11-12",
    rule: { version: 2, amount: 3, ceiling: 6, basis: "Quy chế riêng (mẫu)" },
  });
  const [event] = await db.select().from(auditEvents).where(eq(auditEvents.act, "calendar.rule_added"));
  expect(event).toMatchObject({ officialId: admin.id, data: { code: "hoi_dap.answer", amount: 3, validFrom: "2026-11-09" } });
});

test("a rule is changed by whom it is given to, from today on, and only where there is one", async ({ db }) => {
  const unit = await makeUnit(db);
  const [local, handler] = [await makeOfficial(db, { roles: ["admin"], unit }), await makeOfficial(db, { roles: ["handler"] })];
  expect(await addRuleVersion(db, handler, wish, now)).toMatchObject({ code: "calendar.not_yours" });
  expect(await addRuleVersion(db, local, wish, now)).toMatchObject({ code: "calendar.not_yours" });
  expect(await addRuleVersion(db, local, { ...wish, unitId: unit.id, validFrom: "2026-11-05" }, now)).toMatchObject({
    code: "calendar.rule_in_past",
  });
  expect(await addRuleVersion(db, local, { ...wish, unitId: unit.id, code: "khong.co" }, now)).toMatchObject({ code: "calendar.unknown_rule" });
  expect(await addRuleVersion(db, local, { ...wish, unitId: unit.id }, now)).toMatchObject({ ok: true });
  expect(await db.select().from(deadlineRules).where(eq(deadlineRules.unitId, unit.id))).toHaveLength(1);
});

test("with a cut-off hour, what comes late begins on the next working day, and may be dealt with at once all the same", async ({ db }) => {
  const admin = await makeOfficial(db, { roles: ["admin"] });
  for (const code of ["hoi_dap.answer", "hoi_dap.refuse", "hoi_dap.request_more", "hoi_dap.transfer"]) {
    await addRuleVersion(db, admin, { ...wish, code, amount: 5, cutOffHour: 15 }, now);
  }
  const early = await makeCase(db, testKeys, { receivedAt: mondayAt(14) });
  const late = await makeCase(db, testKeys, { receivedAt: mondayAt(15) });
  expect(await answerOf(db, early.id)).toMatchObject({ startedOn: "2026-11-09", dueOn: "2026-11-16" });
  expect(await answerOf(db, late.id)).toMatchObject({ startedOn: "2026-11-10", dueOn: "2026-11-17" });

  const accepted = await acceptCase(db, testKeys, late.people.intake, late.code, { kind: "hoi_dap", field: "xay-dung" }, mondayAt(16));
  expect(accepted).toMatchObject({ ok: true });
  const refuse = (await db.select().from(clocks).where(eq(clocks.caseId, late.id))).find(({ step }) => step === "refuse");
  expect(refuse).toMatchObject({ startedOn: "2026-11-10", stoppedOn: "2026-11-10", outcome: "on_time" });
  expect(first(await db.select().from(cases).where(eq(cases.id, late.id))).nextDueOn).toBe("2026-11-17");
});
