import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { runChecks } from "./check.mjs";
import { findChromium } from "./chromium.mjs";
import { folder, toSpan } from "./folder.mjs";
import { followNpm } from "./follow-npm.mjs";
import { ensureInstalled } from "./install.mjs";
import { runTool, signalAll } from "./run.mjs";
import { countPlaywright, countVitest } from "./test-counts.mjs";

const reports = join(folder, ".cache");

/**
 * `npm test`: everything, in order; `npm test -- checks`, `unit` or `e2e` runs one part, and what follows
 * goes to its tool. All parts run, also after a failure. The last line is `N passed, M failed`: CI reads it.
 * Answers the exit code.
 */
export async function testPortal([part = "all", ...rest]) {
  if (!["all", "checks", "unit", "e2e"].includes(part)) {
    process.stderr.write(`There is no part "${part}": npm test [-- checks | unit | e2e] [what to run of it]\n`);
    return 2;
  }
  const isWanted = (name) => part === "all" || part === name;
  const results = [];
  let database;
  stopOnSignal(() => database?.stop());

  const installed = await runPart("packages", async () => {
    await ensureInstalled({ dev: true });
    return { passed: 0, failed: 0 };
  });
  if (installed.failed > 0) return report([installed]);

  if (isWanted("checks")) results.push(await runPart("checks", runChecks));
  if (isWanted("e2e")) results.push(await runPart("build", buildForTests));
  if (isWanted("unit") || isWanted("e2e")) {
    const started = await runPart("database", async () => {
      database = await startDatabase();
      return { passed: 0, failed: 0 };
    });
    if (started.failed > 0) results.push(started);
  }
  if (database && isWanted("unit")) results.push(await runPart("unit", () => runVitest(database.url, rest)));
  if (database && isWanted("e2e")) results.push(await runPart("e2e", () => runPlaywright(database.url, rest)));

  await database?.stop();
  return report(results);
}

/** A part's heading, its time, and, should it break altogether, its sentence and one failure in the count. */
async function runPart(name, work) {
  const startedAt = Date.now();
  process.stdout.write(`\n── ${name}\n`);
  let counts;
  try {
    counts = await work();
  } catch (error) {
    // Our own sentences are plain Errors; anything else is a bug, and wants its stack.
    process.stdout.write(`${error.constructor === Error ? error.message : error.stack}\n`);
    counts = { passed: 0, failed: 1 };
  }
  const verdict = counts.failed === 0 ? "fine" : `${counts.failed} failed`;
  process.stdout.write(`── ${name}: ${verdict}, ${toSpan(Date.now() - startedAt)}\n`);
  return { name, ...counts };
}

async function buildForTests() {
  await ensureBuilt();
  return { passed: 1, failed: 0 };
}

/** One PostgreSQL for the whole run, thrown away after it; or the one that TEST_DATABASE_URL names. */
async function startDatabase() {
  if (process.env.TEST_DATABASE_URL) return { url: process.env.TEST_DATABASE_URL, stop: async () => undefined };
  const { register } = await import("tsx/esm/api");
  register();
  const { startEmbeddedPostgres } = await import("../../db/embedded.server.ts");
  return startEmbeddedPostgres({ throwAway: true, database: "postgres" });
}

async function runVitest(url, rest) {
  const report = newReport("vitest.json");
  const flags = ["--config", "tests/vitest.config.ts", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await runTool("vitest", ["run", ...flags, ...rest], { loud: true, env: testEnvironment(url, { NODE_ENV: "test" }) });
  return countVitest(readReport(report), code);
}

async function runPlaywright(url, rest) {
  const report = newReport("playwright.json");
  const browser = await findChromium();
  const flags = ["--config", "tests/playwright.config.ts", "--reporter=list,json"];
  const { code } = await runTool("playwright", ["test", ...flags, ...rest], {
    loud: true,
    env: testEnvironment(url, { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
  });
  return countPlaywright(readReport(report), code);
}

/** Tests never see the database of the person who runs them, nor whether she calls this a production machine. */
function testEnvironment(url, more) {
  const { DATABASE_URL: _hers, NODE_ENV: _mode, PORT: _port, DATA_DIR: _data, ...rest } = process.env;
  return { ...rest, TEST_DATABASE_URL: url, ...more };
}

function newReport(name) {
  mkdirSync(reports, { recursive: true });
  const file = join(reports, name);
  rmSync(file, { force: true });
  return file;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined; // The tool broke before it could write: counted as one failure by its exit code.
  }
}

function report(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  process.stdout.write(`\n${sum("passed")} passed, ${sum("failed")} failed\n`);
  return sum("failed") === 0 && sum("passed") > 0 ? 0 : 1;
}

function stopOnSignal(cleanUp) {
  const stop = async (signal) => {
    signalAll(signal);
    await cleanUp();
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => void stop(signal));
  followNpm(() => void stop("SIGTERM"));
}
