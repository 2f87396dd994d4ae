import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { waitForLock } from "../../db/embedded/process-lock.mjs";
import { folder, preparationLock, say, toSpan } from "./folder.mjs";
import { runTool, tail } from "./run.mjs";

const sources = ["app", "db", "public", "remix.config.js", "package-lock.json", "tsconfig.json"];
const notBuilt = /\.test\.tsx?$|^app\/commands\/|^db\/(seed|migrations|embedded)\b/;
const stampFile = join(folder, "build", ".sources");

/** Builds pages and server unless the build is of exactly these sources. Throws a sentence and the output. */
export async function ensureBuilt() {
  if (isFresh()) return;
  const lock = await waitForLock(preparationLock, "building", ({ pid }) => say(`waiting for process ${pid}, which is preparing this folder …`));
  try {
    if (!isFresh()) await build();
  } finally {
    lock.release();
  }
}

async function build() {
  const startedAt = Date.now();
  say("building the pages …");
  // Taken before: what is changed while the build runs is built again at the next start.
  const digest = digestSources();
  rmSync(stampFile, { force: true });
  const { code, output } = await runTool("remix", ["vite:build", "--config", "remix.config.js"], {
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (code !== 0) throw new Error(`The pages could not be built:\n${tail(output, 80)}`);

  mkdirSync(join(folder, "build"), { recursive: true });
  writeFileSync(stampFile, digest);
  say(`pages built in ${toSpan(Date.now() - startedAt)}.`);
}

function isFresh() {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === digestSources();
}

/** By content, not by time: a checkout of another branch and back needs no new build. */
function digestSources() {
  const hash = createHash("sha256");
  for (const path of sources.flatMap(listFiles)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(folder, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

function listFiles(source) {
  const whole = join(folder, source);
  if (!existsSync(whole)) return [];
  if (source.includes(".")) return [source];
  return readdirSync(whole, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
    .filter((path) => !notBuilt.test(path))
    .sort();
}
