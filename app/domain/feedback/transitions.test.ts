import { readFile } from "node:fs/promises";
import { eq } from "drizzle-orm";
import { makeBouncedCase, makeCase } from "#db/seed/factories/cases.ts";
import { cases, clocks } from "#db/schema/index.ts";
import { answerActs } from "#tests/support/case-acts/answer-acts.ts";
import { intakeActs } from "#tests/support/case-acts/intake-acts.ts";
import { routingActs } from "#tests/support/case-acts/routing-acts.ts";
import { portalActs, senderActs } from "#tests/support/case-acts/sender-acts.ts";
import { testKeys } from "#tests/support/keys.ts";
import { expect, test } from "#tests/support/test.ts";
import { verifyChain } from "../audit/index.server.ts";
import { transitions } from "./transitions.ts";
import { caseStates } from "./vocabulary.ts";

test("every state of domain.md 7.3 can be reached by the acts", async ({ db }) => {
  for (const state of caseStates) {
    const { id } = await makeCase(db, testKeys, { state });
    const [row] = await db.select().from(cases).where(eq(cases.id, id));
    expect(row?.state).toBe(state);
  }
  expect(await verifyChain(db)).toMatchObject({ sound: true });
});

test("every line of the table of domain.md 7.3 has its transitions", () => {
  const numbers = new Set(Object.values(transitions).flatMap((transition) => (transition.number === null ? [] : [transition.number])));
  expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 26 }, (_, index) => index + 1));
});

test("no transition is missing from the tests that prove each one", async () => {
  const groups = { intake: intakeActs, routing: routingActs, answer: answerActs, sender: { ...senderActs, ...portalActs, send: true } };
  const proved = Object.values(groups).flatMap((group) => Object.keys(group));
  expect(proved.toSorted()).toEqual(Object.keys(transitions).toSorted());
  for (const group of Object.keys(groups)) {
    const file = await readFile(new URL(`${group}-transitions.test.ts`, import.meta.url), "utf8");
    expect(file).toMatch(group === "sender" ? /bySender|sendCase/ : new RegExp(`proveOfficeActs\\(${group}Acts\\)`));
  }
});

test("a bounced case is with the coordinator again", async ({ db }) => {
  const { id } = await makeBouncedCase(db, testKeys);
  const [row] = await db.select().from(cases).where(eq(cases.id, id));
  expect(row).toMatchObject({ state: "DA_TIEP_NHAN", bounces: 1, unitId: null, handlerId: null });
});

test("no clock runs in a state in which the office owes nothing", async ({ db }) => {
  for (const state of ["TU_CHOI", "CHUYEN_NGOAI", "HUY", "DONG", "CHUYEN_MAT", "DA_CONG_KHAI", "KHONG_CONG_KHAI"] as const) {
    const { id } = await makeCase(db, testKeys, { state });
    const rows = await db.select().from(clocks).where(eq(clocks.caseId, id));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((clock) => clock.stoppedOn === null)).toEqual([]);
    const [row] = await db.select().from(cases).where(eq(cases.id, id));
    expect(row?.nextDueOn).toBeNull();
  }
});
