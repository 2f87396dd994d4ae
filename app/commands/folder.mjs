import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout these commands belong to, wherever they are called from. */
export const folder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What keeps two commands from installing or building at the same time. */
export const preparationLock = join(folder, ".cache", "prepare.lock");

/** Where the embedded database lives; its lock stands beside it. */
export function embeddedDataDir() {
  return resolve(folder, process.env.DATA_DIR || "data", "postgres");
}

export function say(sentence) {
  process.stdout.write(`Lắng Nghe: ${sentence}\n`);
}

/** A span for people: 0.4 s, 12 s, 2 min 5 s. */
export function toSpan(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
