import { makeCase } from "#db/seed/factories/cases.ts";
import { testKeys } from "#tests/support/keys.ts";
import { expect, test } from "#tests/support/test.ts";
import { explainClocks, turnClocks } from "./index.server.ts";

const receivedAt = new Date("2026-11-09T02:00:00Z");

test("a question that another authority must be heard on has seven working days from its receipt, and the clock says so", async ({ db }) => {
  const made = await makeCase(db, testKeys, { receivedAt, state: "DANG_XU_LY", kind: "hoi_dap" });
  const theCase = { id: made.id, kind: "hoi_dap" as const, unitId: made.unit.id };
  const now = new Date("2026-11-12T02:00:00Z");
  expect(await turnClocks(db, theCase, { interAgency: true }, now)).toMatchObject({ nextDueOn: "2026-11-18", answerDueOn: "2026-11-18" });
  const answer = async () => (await explainClocks(db, made.id, null, "2026-11-12")).find(({ step }) => step === "answer");
  expect(await answer()).toMatchObject({
    dueOn: "2026-11-18",
    originalDueOn: "2026-11-16",
    rule: { code: "hoi_dap.answer.inter_agency", amount: 7 },
    changes: [{ on: "2026-11-12", why: "inter_agency", from: "2026-11-16", to: "2026-11-18" }],
    explanation: { due: "2026-11-18", amount: 7 },
  });
  await turnClocks(db, theCase, { interAgency: true }, now);
  expect((await answer())?.changes).toHaveLength(1);
});

test("past its due day, or where no rule knows several authorities, the clock stays as it is", async ({ db }) => {
  const late = await makeCase(db, testKeys, { receivedAt, state: "DANG_XU_LY", kind: "hoi_dap" });
  const after = new Date("2026-11-18T02:00:00Z");
  expect(await turnClocks(db, { id: late.id, kind: "hoi_dap", unitId: null }, { interAgency: true }, after)).toMatchObject({
    answerDueOn: "2026-11-16",
  });
  const other = await makeCase(db, testKeys, { receivedAt, state: "DANG_XU_LY", kind: "phan_anh_kien_nghi", draft: { content: 1 } });
  const [before] = (await explainClocks(db, other.id, null, "2026-11-12")).filter(({ step }) => step === "answer");
  await turnClocks(db, { id: other.id, kind: "phan_anh_kien_nghi", unitId: null }, { interAgency: true }, new Date("2026-11-12T02:00:00Z"));
  expect((await explainClocks(db, other.id, null, "2026-11-12")).filter(({ step }) => step === "answer")).toEqual([before]);
});
