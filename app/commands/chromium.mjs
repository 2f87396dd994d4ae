import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { say } from "./folder.mjs";
import { run, runTool, tail } from "./run.mjs";

const longestDownload = 4 * 60_000;
const longestPackaging = 10 * 60_000;
const aptGet = "/usr/bin/apt-get";

/** Words of a refusal that no second try changes; Playwright by itself would try five times. */
const refused = /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT|certificate|status code 4\d\d/i;

/**
 * The browser for the tests: CHROMIUM_PATH, else Playwright's own, else one of this machine; where there is
 * none, Playwright's is downloaded, and where that is refused root takes Debian's. Answers its path, or
 * throws a sentence that says what to do.
 */
export async function findChromium() {
  const wished = process.env.CHROMIUM_PATH;
  if (wished) {
    if (await runs(wished)) return wished;
    throw new Error(`CHROMIUM_PATH names ${wished}, which does not run.`);
  }
  return (await findLocal()) ?? (await download()) ?? (await installFromDebian()) ?? refuse();
}

async function findLocal() {
  const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
  const folders = (process.env.PATH ?? "").split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  for (const program of [await playwrightsOwn(), ...onPath]) {
    if (existsSync(program) && (await runs(program))) return program;
  }
  return undefined;
}

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath();
}

async function download() {
  say("fetching Chromium for the tests …");
  const { code } = await runTool("playwright", ["install", "chromium"], {
    limit: longestDownload,
    watch: (piece) => !refused.test(piece),
  });
  if (code !== 0) return undefined;

  const program = await playwrightsOwn();
  if (await runs(program)) return program;
  if (!isRoot()) return undefined;

  say("installing the system libraries that Chromium needs …");
  await runTool("playwright", ["install-deps", "chromium"], { limit: longestPackaging });
  return (await runs(program)) ? program : undefined;
}

async function installFromDebian() {
  if (!isRoot() || !existsSync(aptGet)) return undefined;

  say("installing Debian's chromium for the tests …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run(aptGet, ["update", "-q"], { env, limit: longestPackaging });
  const { code, output } = await run(aptGet, ["install", "-y", "-q", "--no-install-recommends", "chromium"], {
    env,
    limit: longestPackaging,
  });
  if (code !== 0) throw new Error(`Debian's chromium could not be installed:\n${tail(output, 15)}`);
  return findLocal();
}

/** Looked at by running it: Ubuntu's chromium-browser is a stand-in, and libraries may be missing. */
async function runs(program) {
  const { code, output } = await run(program, ["--version"], { limit: 20_000 });
  return code === 0 && /chrom/i.test(output);
}

function isRoot() {
  return process.getuid?.() === 0;
}

function refuse() {
  throw new Error(
    "There is no Chromium for the browser tests, and it could not be fetched. Install your system's package " +
      "(Debian: sudo apt-get install chromium), or set CHROMIUM_PATH to a Chromium or Chrome.",
  );
}
