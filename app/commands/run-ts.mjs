import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";

/**
 * Runs a TypeScript module of this folder as a command: what is missing is installed (`dev`: with the tests'
 * packages) and built (`build`) first. The module does its work when it is loaded.
 */
export async function runTypeScript(module, { dev = false, build = false } = {}) {
  try {
    await ensureInstalled({ dev });
    if (build) await ensureBuilt();
    const { register } = await import("tsx/esm/api");
    register();
    await import(new URL(module, import.meta.url).href);
  } catch (error) {
    const isMessage = error instanceof Error && process.env.LOG_LEVEL !== "debug";
    process.stderr.write(`${isMessage ? error.message : (error?.stack ?? error)}\n`);
    process.exitCode = 1;
  }
}
