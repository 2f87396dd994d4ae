import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { findHolder } from "../../db/embedded/process-lock.mjs";
import { ensureBuilt } from "./build.mjs";
import { embeddedDataDir, folder, say } from "./folder.mjs";
import { followNpm } from "./follow-npm.mjs";
import { ensureInstalled } from "./install.mjs";
import { signalAll } from "./run.mjs";

const longestFarewell = 40_000;

/**
 * `npm start` and, with `dev`, `npm run dev`: installs and builds what is missing, then runs the server as
 * a child, whose exit code becomes ours. Ends when the server ends or after a signal; never leaves it behind.
 */
export async function startPortal({ dev }) {
  let server;
  const stop = (signal) => {
    if (server) return server.stop(signal);
    signalAll(signal);
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => stop(signal));
  followNpm(() => stop("SIGTERM"));

  try {
    await refuseSecond();
    await ensureInstalled();
    if (!dev) await ensureBuilt();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  server = runServer(dev ? "development" : "production");
  process.exit(await server.exitCode);
}

/** Said early, before a build could pull the pages from under the portal that runs here. */
async function refuseSecond() {
  if (process.env.DATABASE_URL) return;
  const deadline = Date.now() + 2_500; // One that was just stopped or killed needs a moment to vanish.
  let holder = findHolder(`${embeddedDataDir()}.lock`);
  while (holder && Date.now() < deadline) {
    await new Promise((resume) => setTimeout(resume, 100));
    holder = findHolder(`${embeddedDataDir()}.lock`);
  }
  if (!holder) return;
  throw new Error(
    `Lắng Nghe is already running in this folder: ${holder.purpose}, process ${holder.pid}. ` +
      "Stop that one first; for a second portal on this machine use another checkout and another PORT.",
  );
}

function runServer(mode) {
  const preload = new URL("./follow-starter.mjs", import.meta.url).href;
  const child = spawn(process.execPath, ["--import", preload, "--import", "tsx", join("app", "platform", "server.ts")], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: mode },
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  const exitCode = new Promise((resolve) => {
    child.once("error", (error) => {
      say(`the server could not be started: ${error.message}`);
      resolve(1);
    });
    child.once("exit", (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
  return { exitCode, stop };

  function stop(signal) {
    // Over the pipe, because in a terminal the server had its Ctrl-C already; follow-starter tells them apart.
    if (child.connected) child.send({ stop: signal });
    else child.kill(signal);
    setTimeout(() => child.kill("SIGKILL"), longestFarewell).unref();
  }
}
