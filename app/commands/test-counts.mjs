/**
 * Passed and failed tests of a vitest JSON report. A file that could not be loaded is one failure, and so is
 * an exit code that no counted failure explains (an error outside any test, or a run that broke).
 */
export function countVitest(report, exitCode) {
  const broken = (report?.testResults ?? []).filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  return explain({ passed: report?.numPassedTests ?? 0, failed: (report?.numFailedTests ?? 0) + broken.length }, exitCode);
}

/** Passed and failed tests of a Playwright JSON report; one that passed at its second try counts as passed. */
export function countPlaywright(report, exitCode) {
  const { expected = 0, flaky = 0, unexpected = 0 } = report?.stats ?? {};
  return explain({ passed: expected + flaky, failed: unexpected }, exitCode);
}

function explain(counts, exitCode) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
