import { eq } from "drizzle-orm";
import { makeBouncedCase, makeCase } from "#db/seed/factories/cases.ts";
import { cases, clocks } from "#db/schema/index.ts";
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

test("every transition of the table is numbered once for each actor, and 26 is left to the units' wizard", () => {
  const numbers = new Set(Object.values(transitions).flatMap((transition) => (transition.number === null ? [] : [transition.number])));
  expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
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
