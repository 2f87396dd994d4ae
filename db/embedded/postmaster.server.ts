import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { createServer, Socket } from "node:net";
import { join } from "node:path";
import type { Account } from "./account.server.ts";
import type { Binaries } from "./binaries.server.ts";
import { cleanEnvironment } from "./cluster.server.ts";
import { end, readStatus, stopOrphan } from "./pid-file.server.ts";
import { takeOwnerOfFolder } from "./place.server.ts";

/** A running PostgreSQL and the shell that stops it should we vanish. */
export type Postmaster = { process: ChildProcess; guard: ChildProcess; port: number };

/** What to run on; `port` absent means any free one; `removeAfter` is a folder that goes when PostgreSQL does. */
export type Launch = {
  binaries: Binaries;
  account: Account;
  cluster: string;
  port?: number | undefined;
  removeAfter?: string | undefined;
  onNotice: (sentence: string) => void;
};

const longestRecovery = 180_000;
const longestWaitForPredecessor = 30_000;

/** Starts PostgreSQL and answers when it takes connections. Tries again when the port was snatched or a
 * killed predecessor's processes are still on their way out. */
export async function launch(wish: Launch): Promise<Postmaster> {
  const startedAt = Date.now();
  for (;;) {
    await stopOrphan(wish.cluster);
    const port = wish.port ?? (await findFreePort());
    const attempt = await tryLaunch(wish, port);
    if (attempt.ok) return attempt.postmaster;

    const isPassing = /pre-existing shared memory|lock file "postmaster.pid"/.test(attempt.complaint);
    const wasSnatched = wish.port === undefined && /Address already in use/.test(attempt.complaint);
    const mayTryAgain = (isPassing || wasSnatched) && Date.now() - startedAt < longestWaitForPredecessor;
    if (!mayTryAgain) throw new Error(`PostgreSQL did not start. It said:\n${attempt.complaint}`);
    await pause(300);
  }
}

/** Ends PostgreSQL, and its guard with it. */
export async function shutDown({ process: child, guard }: Postmaster) {
  if (child.pid) await end(child.pid);
  guard.kill("SIGKILL");
}

async function tryLaunch(wish: Launch, port: number) {
  const log = openLog(`${wish.cluster}.log`);
  const child = spawn(join(wish.binaries.folder, "bin", "postgres"), ["-D", wish.cluster, ...settings(port, wish)], {
    ...wish.account,
    cwd: wish.cluster,
    env: cleanEnvironment,
    // A session of its own: Ctrl-C in the terminal reaches the portal, which ends PostgreSQL when it is done.
    detached: true,
    stdio: ["ignore", log.fd, log.fd],
  });
  closeSync(log.fd);
  child.unref();

  let spawnError: Error | undefined;
  child.once("error", (error) => (spawnError = error));

  const startedAt = Date.now();
  let told = false;
  for (;;) {
    const hasEnded = spawnError !== undefined || child.exitCode !== null || child.signalCode !== null;
    if (hasEnded) return { ok: false, complaint: spawnError?.message ?? log.readNew() } as const;

    const status = readStatus(wish.cluster);
    if (status?.pid === child.pid && status?.isReady) break;

    const waited = Date.now() - startedAt;
    if (waited > longestRecovery) {
      if (child.pid) await end(child.pid);
      return { ok: false, complaint: `not ready after ${longestRecovery / 1000} s\n${log.readNew()}` } as const;
    }
    if (waited > 4_000 && !told) wish.onNotice("PostgreSQL is putting things in order after an abrupt stop …");
    told ||= waited > 4_000;
    await pause(15);
  }
  return { ok: true, postmaster: { process: child, guard: postGuard(child.pid ?? 0, wish), port } } as const;
}

function settings(port: number, { removeAfter }: Launch) {
  const isThrowAway = removeAfter !== undefined;
  const values = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: isThrowAway ? 200 : 60,
    shared_buffers: "128MB",
    work_mem: "8MB",
    max_wal_size: "512MB",
    random_page_cost: 1.1,
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
    fsync: isThrowAway ? "off" : "on",
    synchronous_commit: isThrowAway ? "off" : "on",
    full_page_writes: isThrowAway ? "off" : "on",
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/**
 * A shell that waits on a pipe from us. The pipe closes when we end, in whatever way, also by SIGKILL;
 * then the shell ends PostgreSQL and, for a throw-away database, removes its folder.
 */
function postGuard(pid: number, { account, removeAfter = "" }: Launch) {
  const script = `
    read -r _
    kill -INT "$1" 2>/dev/null
    [ -n "$2" ] || exit 0
    turns=0
    while kill -0 "$1" 2>/dev/null && [ "$turns" -lt 100 ]; do sleep 0.1; turns=$((turns + 1)); done
    rm -rf -- "$2"`;
  const guard = spawn("/bin/sh", ["-c", script, "lang-nghe-guard", String(pid), removeAfter], {
    ...account,
    cwd: "/",
    env: cleanEnvironment,
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  guard.on("error", () => undefined);
  guard.unref();
  // The pipe is a socket underneath; it must not keep a finished command alive either.
  if (guard.stdin instanceof Socket) guard.stdin.on("error", () => undefined).unref();
  return guard;
}

function openLog(file: string) {
  if (existsSync(file) && statSync(file).size > 5_000_000) renameSync(file, `${file}.old`);
  const fd = openSync(file, "a", 0o600);
  takeOwnerOfFolder(file);
  const before = statSync(file).size;
  return { fd, readNew: () => readFileSync(file).subarray(before).toString("utf8").trim().slice(-2_000) };
}

function findFreePort() {
  return new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

function pause(milliseconds: number) {
  return new Promise((resume) => setTimeout(resume, milliseconds));
}
