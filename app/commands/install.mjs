import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { waitForLock } from "../../db/embedded/process-lock.mjs";
import { folder, preparationLock, say, toSpan } from "./folder.mjs";
import { run } from "./run.mjs";

const lockFile = join(folder, "package-lock.json");
const stampFile = join(folder, "node_modules", ".lang-nghe.json");

/**
 * Installs the packages that package-lock.json names, if they are not all there. `dev` asks for those of
 * the tests too. What somebody installed by hand is taken as it is when it is complete. Throws a sentence.
 */
export async function ensureInstalled({ dev = false } = {}) {
  if (isComplete(dev)) return;
  const lock = await waitForLock(preparationLock, "installing", ({ pid }) => say(`waiting for process ${pid}, which is preparing this folder …`));
  try {
    if (!isComplete(dev)) await install(dev);
  } finally {
    lock.release();
  }
}

async function install(dev) {
  const startedAt = Date.now();
  say("installing packages (a minute or so the first time) …");
  const flags = [!dev && wantsLean() ? "--omit=dev" : "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  let { code, output } = await runNpm(["ci", ...flags]);
  // A registry that lacks some other system's optional packages makes `npm ci` doubt the lock file;
  // `npm install` takes the same versions from it and leaves those packages out.
  if (output.includes("code EUSAGE")) ({ code, output } = await runNpm(["install", "--no-save", ...flags]));
  if (code !== 0) {
    throw new Error(
      `The packages could not be installed. npm said:\n${firstComplaints(output)}\n` +
        "Check the connection to the npm registry (npm ping), run `npm ci --include=dev` here, then try again.",
    );
  }
  writeFileSync(stampFile, JSON.stringify(newStamp()));
  say(`packages installed in ${toSpan(Date.now() - startedAt)}.`);
}

/** npm says where it is; without it (node app/commands/start.mjs) the one on the PATH is taken. */
function runNpm(args) {
  const own = process.env.npm_execpath ?? "";
  return /npm-cli\.c?js$/.test(own) ? run(process.execPath, [own, ...args]) : run("npm", args);
}

/** npm says the reason first, and what else it knows about itself afterwards. */
function firstComplaints(output) {
  const lines = output.split("\n").filter((line) => line.trim() && !line.startsWith("npm warn"));
  return lines.slice(0, 20).join("\n");
}

/** Production servers may leave the tests' packages out, by npm's own settings. */
function wantsLean() {
  const omitted = process.env.npm_config_omit?.split(/\s+/) ?? [];
  return process.env.NODE_ENV === "production" || omitted.includes("dev");
}

/**
 * npm writes node_modules/.package-lock.json when an installation is finished; every package we need must
 * be in it, in our version, with its folder. Packages for other machines may be absent; those for this one
 * only when npm, started by us, decided so.
 */
function isComplete(dev) {
  const installed = readPackages(join(folder, "node_modules", ".package-lock.json"));
  if (!installed) return false;

  const wanted = Object.entries(readPackages(lockFile) ?? {}).filter(([path]) => path !== "");
  const byUs = hasOurStamp();
  return wanted.every(([path, entry]) => {
    const found = installed[path];
    if (found) return isSame(found, entry) && existsSync(join(folder, path, "package.json"));
    if (!dev && (entry.dev || entry.devOptional)) return true;
    return entry.optional || entry.devOptional ? byUs || !isForThisMachine(entry) : entry.peer === true;
  });
}

function isSame(found, wanted) {
  return found.version === wanted.version && (found.integrity ?? "") === (wanted.integrity ?? "");
}

/** Packages that also name a C library are left to npm, which knows how to tell it. */
function isForThisMachine({ os, cpu, libc }) {
  if (!os || !cpu || libc) return false;
  return os.includes(process.platform) && cpu.includes(process.arch);
}

function hasOurStamp() {
  if (!existsSync(stampFile)) return false;
  return readFileSync(stampFile, "utf8") === JSON.stringify(newStamp());
}

function newStamp() {
  const lock = createHash("sha256").update(readFileSync(lockFile)).digest("hex");
  return { lock, platform: process.platform, arch: process.arch };
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch (cause) {
    if (cause.code === "ENOENT" || cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
