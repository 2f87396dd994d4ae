// Plain JavaScript on Node's built-ins alone, because `npm start` needs it before anything is installed.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * When a process began, in the system's own notation, or undefined when it is gone.
 * With the pid this names a process for good: a pid alone may belong to a stranger after a crash.
 * A zombie (killed, but never collected by its parent) counts as gone.
 */
export function processBirth(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (existsSync("/proc/self/stat")) return birthFromProc(pid);

  const answer = spawnSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], { encoding: "utf8" });
  const [state = "Z", ...birth] = (answer.stdout ?? "").trim().split(/\s+/);
  return state.startsWith("Z") || birth.length === 0 ? undefined : birth.join(" ");
}

function birthFromProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the command's name in brackets and may hold spaces: count from its end.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** The living process that holds this lock, or undefined when it is free or left over from a crash. */
export function findHolder(file) {
  const claim = readClaim(file);
  if (!claim) return undefined;
  return processBirth(claim.pid) === claim.birth ? claim : undefined;
}

/**
 * Takes the lock for this process, taking over what a crash left behind.
 * Answers `{ held: true, release }` or `{ held: false, holder }`.
 */
export function takeLock(file, purpose) {
  mkdirSync(dirname(file), { recursive: true });
  const claim = { pid: process.pid, birth: processBirth(process.pid), purpose, since: new Date().toISOString() };

  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (writeClaim(file, claim)) return { held: true, release: () => releaseClaim(file, claim) };
    const holder = findHolder(file);
    if (holder) return { held: false, holder };
    setAsideStaleClaim(file);
  }
  throw new Error(`The lock ${file} cannot be taken. If nothing of this folder is running, remove it.`);
}

/** As takeLock, but waits for its turn. `onWait` is told once who is being waited for. */
export async function waitForLock(file, purpose, onWait) {
  for (let told = false; ;) {
    const lock = takeLock(file, purpose);
    if (lock.held) return lock;
    if (!told) onWait?.(lock.holder);
    told = true;
    await new Promise((resume) => setTimeout(resume, 250));
  }
}

function writeClaim(file, claim) {
  try {
    writeFileSync(file, JSON.stringify(claim), { flag: "wx", mode: 0o644 });
    return true;
  } catch (cause) {
    if (cause.code === "EEXIST") return false;
    throw new Error(`Cannot write ${file}: ${cause.message}`, { cause });
  }
}

/** A claim is written in one go, but a reader may come between its creation and its content: look again. */
function readClaim(file) {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      return JSON.parse(readFileSync(file, "utf8"));
    } catch (cause) {
      if (!(cause instanceof SyntaxError)) return undefined;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 40);
    }
  }
  return undefined;
}

/** Renaming instead of deleting: of two processes that found the same stale claim only one succeeds. */
function setAsideStaleClaim(file) {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (cause) {
    if (cause.code === "ENOENT") return;
    throw new Error(`Cannot replace ${file}, which a stopped process left behind: ${cause.message}`, { cause });
  }
  if (findHolder(aside)) renameSync(aside, file);
  else rmSync(aside, { force: true });
}

function releaseClaim(file, claim) {
  const found = readClaim(file);
  if (found && found.pid === claim.pid && found.birth === claim.birth) rmSync(file, { force: true });
}
