import { expect, test } from "vitest";
import { countPlaywright, countVitest } from "./test-counts.mjs";

test("a test file that cannot be loaded counts as one failure", () => {
  const report = {
    numPassedTests: 7,
    numFailedTests: 1,
    testResults: [
      { status: "passed", assertionResults: [{ status: "passed" }] },
      { status: "failed", assertionResults: [{ status: "failed" }, { status: "passed" }] },
      { status: "failed", assertionResults: [] },
    ],
  };
  expect(countVitest(report, 1)).toEqual({ passed: 7, failed: 2 });
});

test("a run that breaks is never counted as fine", () => {
  const fine = { numPassedTests: 3, numFailedTests: 0, testResults: [] };

  expect(countVitest(undefined, 1)).toEqual({ passed: 0, failed: 1 });
  expect(countVitest(fine, 1)).toEqual({ passed: 3, failed: 1 });
  expect(countVitest(fine, 0)).toEqual({ passed: 3, failed: 0 });
  expect(countPlaywright(undefined, 137)).toEqual({ passed: 0, failed: 1 });
});

test("journeys are counted by their outcome, and one that passed at its second try has passed", () => {
  const report = { stats: { expected: 5, flaky: 1, unexpected: 2, skipped: 0 } };

  expect(countPlaywright(report, 1)).toEqual({ passed: 6, failed: 2 });
});
