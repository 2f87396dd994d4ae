import { createHash, createHmac } from "node:crypto";

/**
 * The `n` of a stratum's keys that a seed draws: those with the smallest HMAC-SHA-256(seed, stratum, key). As good as
 * shuffling with that seed, so every set of n is as likely as any other (simple random sampling without replacement), and
 * the order of the rows does not matter. Anybody who has list and seed can repeat it; README.md says how.
 */
export function drawFirst<One extends { key: string }>(seed: string, stratum: string, all: readonly One[], n: number): One[] {
  return all
    .map((one) => ({ one, rank: createHmac("sha256", seed).update(`${stratum}\n${one.key}`).digest("hex") }))
    .sort((a, b) => (a.rank < b.rank || (a.rank === b.rank && a.one.key < b.one.key) ? -1 : 1))
    .slice(0, n)
    .map(({ one }) => one);
}

/** SHA-256 over lines in the order of their bytes: the same list gives the same mark, in whichever order it stands. */
export const markOf = (lines: readonly string[]): string =>
  createHash("sha256")
    .update([...lines].sort((a, b) => (a < b ? -1 : 1)).join("\n"))
    .digest("hex");
