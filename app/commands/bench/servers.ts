import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findRunning } from "#db/embedded.server.ts";
import { folder } from "../folder.mjs";
import type { BareOrders } from "./bare-server.ts";

const longestStart = 180_000;

/** A demo world of its own with fsync on, as `npm start` runs it, without limits; gone after `stop`. */
export async function startPortal() {
  const dataDir = mkdtempSync(join(tmpdir(), "ln-bench-"));
  chmodSync(dataDir, 0o711);
  const { DATABASE_URL: _hers, ...inherited } = process.env;
  const child = spawn(process.execPath, ["--import", "./app/commands/follow-starter.mjs", "--import", "tsx", "app/platform/server.ts"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    env: { ...inherited, NODE_ENV: "production", PORT: "0", HOST: "127.0.0.1", DATA_DIR: dataDir, LOG_LEVEL: "silent", NO_RATE_LIMIT: "1" },
  });
  const stop = async () => {
    await end(child);
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const url = await announcedAddress(child);
    const database = findRunning(join(dataDir, "postgres"))?.url;
    if (!database) throw new Error("The portal runs no database of its own");
    return { url, database, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Bare node:http on bare PostgreSQL. */
export async function startBare(orders: BareOrders) {
  const child = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "bare-server.ts")], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  child.send(orders);
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  return { url: `http://127.0.0.1:${port}`, stop: () => end(child) };
}

function announcedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const timer = setTimeout(() => reject(new Error(`The portal did not start in time. ${said}`)), longestStart);
    child.once("exit", () => reject(new Error(`The portal ended at once. ${said}`)));
    child.stdout?.on("data", (piece) => {
      said += String(piece);
      const [, port] = /http:\/\/localhost:(\d+)/.exec(said) ?? [];
      if (!port) return;
      clearTimeout(timer);
      resolve(`http://127.0.0.1:${port}`);
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  await exited;
}
