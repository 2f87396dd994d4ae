import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findRunning } from "#db/embedded.server.ts";
import { folder } from "../folder.mjs";
import type { BareOrders } from "./bare-server.ts";

const longestStart = 600_000;

/** A demo world that starts anew after it was stopped or killed: at another address, with everything it had. */
export type World = ReturnType<typeof makeWorld>;

/** A demo world of its own with fsync on, as `npm start` runs it, without limits; nothing of it stays after `remove`. */
export function makeWorld() {
  const dataDir = mkdtempSync(join(tmpdir(), "ln-bench-"));
  chmodSync(dataDir, 0o711);
  let child: ChildProcess | undefined;
  let url = "";

  const stop = async (signal: NodeJS.Signals = "SIGTERM") => {
    if (child) await end(child, signal);
    child = undefined;
  };
  return {
    dataDir,
    url: () => url,
    database() {
      const address = findRunning(join(dataDir, "postgres"))?.url;
      if (!address) throw new Error("The portal runs no database of its own");
      return address;
    },
    async start() {
      const { DATABASE_URL: _hers, ...inherited } = process.env;
      child = spawn(process.execPath, ["--import", "./app/commands/follow-starter.mjs", "--import", "tsx", "app/platform/server.ts"], {
        cwd: folder,
        stdio: ["ignore", "pipe", "inherit", "ipc"],
        env: { ...inherited, NODE_ENV: "production", PORT: "0", HOST: "127.0.0.1", DATA_DIR: dataDir, LOG_LEVEL: "silent", NO_RATE_LIMIT: "1" },
      });
      url = await announcedAddress(child);
    },
    stop: () => stop(),
    /** The server alone: its PostgreSQL is ended by its guard. */
    kill: () => stop("SIGKILL"),
    async remove() {
      await stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Such a world, started. */
export async function startPortal() {
  const world = makeWorld();
  try {
    await world.start();
    return { url: world.url(), database: world.database(), stop: () => world.remove() };
  } catch (error) {
    await world.remove();
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

async function end(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill(signal);
  await exited;
}
