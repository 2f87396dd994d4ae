import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { folder } from "./folder.mjs";

const longestOutput = 400_000;
const children = new Set();

/**
 * Runs a program in the checkout and answers `{ code, output }`. With `loud` it writes to the terminal
 * itself; else its output is kept for who wants to show it. A program that cannot be started has code 127.
 * `watch` is called with each piece of output and may end the program by answering false.
 */
export function run(program, args, { loud = false, env = process.env, limit, watch } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: folder,
      env,
      stdio: loud ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
    });
    children.add(child);
    let output = "";
    const timer = limit === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), limit);
    const collect = (piece) => {
      output = (output + piece).slice(-longestOutput);
      if (watch?.(String(piece)) === false) child.kill("SIGKILL");
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    child.once("error", (error) => finish(127, `${output}${error.message}\n`));
    child.once("close", (code, signal) => finish(code ?? 128 + constants.signals[signal], output));

    function finish(code, text) {
      clearTimeout(timer);
      children.delete(child);
      resolve({ code, output: text });
    }
  });
}

/** Runs a program of node_modules/.bin by Node itself: no npx, no shell. */
export function runTool(name, args, options) {
  return run(process.execPath, [join(folder, "node_modules", ".bin", name), ...args], options);
}

/** Passes a signal on to everything that runs. */
export function signalAll(signal) {
  for (const child of children) child.kill(signal);
}

/** The last lines of a long output, which is where programs say what went wrong. */
export function tail(output, lines = 40) {
  return output.trimEnd().split("\n").slice(-lines).join("\n");
}
