import { spawn } from "node:child_process";
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findRunning } from "#db/embedded.server.ts";
import { house } from "./source-files.ts";

/** A portal as `npm start` runs it, in a process group of its own. */
export type PortalProcess = {
  url: string;
  pid: number;
  dataDir: string;
  /** What it wrote, for who wants to read why it failed. */
  logFile: string;
  /** SIGTERM, and wait: answers the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL of the whole group, as a power cut would. */
  kill(): Promise<void>;
};

/** A folder for one world, which PostgreSQL's account may enter too. */
export function makeDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), "ln-world-"));
  chmodSync(folder, 0o711);
  return folder;
}

type Start = { dataDir?: string; env?: Record<string, string>; within?: number };

/**
 * Starts the built portal and waits until it says that it listens, at most `within` milliseconds. Should the test
 * runner vanish, the portal ends too. Throws with the end of its log when it does not come up.
 */
export async function startPortal(name: string, { dataDir = makeDataDir(), env = {}, within = 240_000 }: Start = {}): Promise<PortalProcess> {
  // A world takes its time to come up; meanwhile somebody else on this machine may have taken the port.
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    try {
      return await launch(name, port, { dataDir, env, within });
    } catch (error) {
      if (attempt === 3 || !String(error).includes("EADDRINUSE")) throw error;
    }
  }
}

async function launch(name: string, port: number, { dataDir, env, within }: Required<Start>): Promise<PortalProcess> {
  const url = `http://localhost:${port}`;
  const logFile = join(house, ".cache", "e2e", `${name}.log`);
  mkdirSync(join(house, ".cache", "e2e"), { recursive: true });
  const log = openSync(logFile, "w");
  const { DATABASE_URL: _hers, TEST_DATABASE_URL: _tests, ...inherited } = process.env;
  const child = spawn(process.execPath, ["--import", "./app/commands/follow-starter.mjs", "--import", "tsx", "app/platform/server.ts"], {
    cwd: house,
    detached: true,
    stdio: ["ignore", log, log, "ipc"],
    env: { ...inherited, NODE_ENV: "production", PORT: String(port), DATA_DIR: dataDir, PUBLIC_URL: url, LOG_LEVEL: "warn", ...env },
  });
  closeSync(log);
  let ended = false;
  const exited = new Promise<number | null>((resolve) => {
    child.once("exit", (code) => {
      ended = true;
      resolve(code);
    });
  });

  const deadline = Date.now() + within;
  while (!readFileSync(logFile, "utf8").includes(`Lắng Nghe: ${url}`)) {
    if (ended || Date.now() > deadline) {
      child.kill("SIGKILL");
      throw new Error(`The portal "${name}" did not come up. The end of its log:\n${readFileSync(logFile, "utf8").slice(-3_000)}`);
    }
    await new Promise((resume) => setTimeout(resume, 150));
  }

  return {
    url,
    pid: child.pid ?? 0,
    dataDir,
    logFile,
    stop() {
      child.kill("SIGTERM");
      return exited;
    },
    async kill() {
      process.kill(-(child.pid ?? 0), "SIGKILL");
      await exited;
    },
  };
}

/** The address of the PostgreSQL that an embedded world runs. */
export function databaseOf({ dataDir }: Pick<PortalProcess, "dataDir">): string {
  const url = findRunning(join(dataDir, "postgres"))?.url;
  if (!url) throw new Error(`No database runs for ${dataDir}`);
  return url;
}

/** For worlds that are stopped: nothing of them stays. */
export function removeDataDir(dataDir: string) {
  rmSync(dataDir, { recursive: true, force: true });
}

const firstPort = 43_700;
const ports = 100;
const given = new Set<number>();

/** A port between 43700 and 43799 that nobody listens at, and that was not given away here before. */
async function findFreePort(): Promise<number> {
  const start = Math.floor(Math.random() * ports);
  for (let step = 0; step < ports; step += 1) {
    const port = firstPort + ((start + step) % ports);
    if (given.has(port)) continue;
    given.add(port);
    if (await isFree(port)) return port;
  }
  throw new Error("No port between 43700 and 43799 is free");
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "0.0.0.0", () => probe.close(() => resolve(true)));
  });
}
