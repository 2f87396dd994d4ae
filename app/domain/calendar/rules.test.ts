import { expect, test } from "vitest";
import { caseKinds } from "../feedback/vocabulary.ts";
import { defaultRules, ruleFor, type DeadlineRule } from "./rules.ts";
import { clockSteps } from "./vocabulary.ts";

const amountsOf = (kind: DeadlineRule["caseKind"]) => clockSteps.map((step) => ruleFor(defaultRules, kind, step, "2026-11-21")?.amount);

test("a phản ánh, kiến nghị runs on 2, 5, 5, 15 and 2 working days", () => {
  expect(amountsOf("phan_anh_kien_nghi")).toEqual([2, 5, 5, 15, 10, 2]);
  expect(ruleFor(defaultRules, "phan_anh_kien_nghi", "answer", "2026-11-21")).toMatchObject({
    count: "working_days",
    fromEvent: "last_transfer",
    basis: expect.stringContaining("766"),
  });
});

test("a question is answered in 5 working days, 7 between agencies, 10 at most", () => {
  const alone = ruleFor(defaultRules, "hoi_dap", "answer", "2026-11-21");
  const together = ruleFor(defaultRules, "hoi_dap", "answer", "2026-11-21", { variant: "inter_agency" });
  expect([alone?.amount, together?.amount, alone?.ceiling, together?.ceiling]).toEqual([5, 7, 10, 10]);
});

test("a report from the spot has 7 calendar days from acceptance", () => {
  expect(ruleFor(defaultRules, "phan_anh_hien_truong", "answer", "2026-11-21")).toMatchObject({
    amount: 7,
    count: "calendar_days",
    fromEvent: "accepted",
  });
});

test("every kind has a rule for every step, and no two defaults compete", () => {
  for (const kind of caseKinds) expect(amountsOf(kind)).not.toContain(undefined);
  expect(new Set(defaultRules.map((rule) => rule.code)).size).toBe(defaultRules.length);
  expect(defaultRules.every((rule) => rule.ceiling === null || rule.ceiling >= rule.amount)).toBe(true);
});

test("a rule speaks only while it is in force", () => {
  const [first] = defaultRules as [DeadlineRule, ...DeadlineRule[]];
  const old = { ...first, amount: 9, validFrom: "2020-01-01", validTo: "2025-12-31" };
  const now = { ...first, amount: 3, version: 2, validFrom: "2026-01-01" };
  const amountOn = (day: string) => ruleFor([old, now], first.caseKind, first.step, day)?.amount;
  expect([amountOn("2019-12-31"), amountOn("2025-12-31"), amountOn("2026-01-01")]).toEqual([undefined, 9, 3]);
});

test("a unit’s own rule goes before its superior’s, and that before the general one", () => {
  const [general] = defaultRules as [DeadlineRule, ...DeadlineRule[]];
  const rules = [general, { ...general, amount: 4, unitId: "board" }, { ...general, amount: 1, unitId: "office" }];
  const amountFor = (unit?: string[]) => ruleFor(rules, general.caseKind, general.step, "2026-11-21", unit ? { unit } : {})?.amount;
  expect(amountFor(["office", "board"])).toBe(1);
  expect(amountFor(["desk", "board"])).toBe(4);
  expect(amountFor(["elsewhere"])).toBe(general.amount);
  expect(amountFor()).toBe(general.amount);
});
