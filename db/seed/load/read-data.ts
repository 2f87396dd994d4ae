import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A file of the demo's content (`db/seed/data`, whose README explains the fields). */
export const readData = <Shape>(file: string): Shape =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../data/${file}.json`, import.meta.url)), "utf8")) as Shape;
