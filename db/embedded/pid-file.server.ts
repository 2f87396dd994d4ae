import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import { processBirth } from "./process-lock.mjs";

/**
 * After a kill of our process its PostgreSQL may run on, or its pid file may remain. The first is ended.
 * The second is removed when its pid now belongs to a stranger, for whom PostgreSQL would wait forever.
 */
export async function stopOrphan(cluster: string) {
  const pid = readStatus(cluster)?.pid;
  if (!pid) return;
  if (isPostmasterOf(pid, cluster)) await end(pid);
  else if (isTaken(pid)) rmSync(join(cluster, "postmaster.pid"), { force: true });
}

/** From PostgreSQL's own pid file: line 1 is the pid, line 8 the state, as pg_ctl reads them. */
export function readStatus(cluster: string) {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), isReady: lines[7]?.trim() === "ready" };
  } catch (cause) {
    if (["ENOENT", "EACCES"].includes((cause as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw cause;
  }
}

/** Ends a PostgreSQL: politely (open transactions are rolled back), then harder. */
export async function end(pid: number) {
  const birth = processBirth(pid);
  if (birth === undefined) return;
  const signals = [
    ["SIGINT", 30_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ] as const;
  for (const [signal, patience] of signals) {
    if (!send(pid, signal)) return;
    for (let waited = 0; waited < patience; waited += 20) {
      if (processBirth(pid) !== birth) return;
      await pause(20);
    }
  }
}

/** Whether this pid is the PostgreSQL of this very folder, and not a stranger who got the number later. */
function isPostmasterOf(pid: number, cluster: string) {
  if (processBirth(pid) === undefined) return false;
  if (!existsSync("/proc/self/stat")) {
    const answer = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return (answer.stdout ?? "").includes(`postgres -D ${cluster} `);
  }
  try {
    const [program = ""] = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    return program.endsWith("/postgres") && readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return false;
  }
}

/** Whether the system still knows the number; of a free one PostgreSQL itself removes the pid file. */
function isTaken(pid: number) {
  try {
    return send(pid, 0);
  } catch {
    return true;
  }
}

/** False when nobody has that number (any more); throws when the process is not ours. */
function send(pid: number, signal: NodeJS.Signals | 0) {
  try {
    return process.kill(pid, signal);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ESRCH") return false;
    throw cause;
  }
}

function pause(milliseconds: number) {
  return new Promise((resume) => setTimeout(resume, milliseconds));
}
