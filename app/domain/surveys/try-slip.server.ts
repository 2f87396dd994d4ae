import type { Db } from "#db/schema/handle.ts";
import { refuse } from "../outcome.ts";
import { secondsToWait, takeTurn } from "../rate-limit.server.ts";
import { findSlip } from "./find-slip.server.ts";
import { hashSlipCode } from "./slip-code.server.ts";
import { slipFirstMiss, slipMisses, slipMissesOfAll } from "./vocabulary.ts";

const everybody = "everybody";

/**
 * Refuses `request.too_many` to a client that named too many codes no slip has. Who found theirs is never held up, even
 * while somebody guesses from many places; what cannot be a code at all is no guess.
 * @param client the visitor's fingerprint of the day; null sets no limit
 */
export async function mayTrySlip(db: Db, client: string | null) {
  if (client === null) return undefined;
  const own = await secondsToWait(db, slipMisses, client);
  const wait = own > 0 || (await secondsToWait(db, slipMissesOfAll, everybody)) === 0 ? own : await secondsToWait(db, slipFirstMiss, client);
  return wait > 0 ? refuse("request.too_many", { minutes: Math.ceil(wait / 60) }) : undefined;
}

/** Counts a code that no slip has. */
export async function noteSlipMiss(db: Db, client: string | null, code: string): Promise<void> {
  if (client === null || hashSlipCode(code) === undefined) return;
  for (const limit of [slipMisses, slipFirstMiss]) await takeTurn(db, limit, client);
  await takeTurn(db, slipMissesOfAll, everybody);
}

/** A slip by its code, as `findSlip` finds it; misses are counted, and too many of them refused. */
export async function trySlip(db: Db, code: string, today: string, client: string | null) {
  const refused = await mayTrySlip(db, client);
  if (refused) return { refused } as const;
  const slip = await findSlip(db, code, today);
  if (!slip) await noteSlipMiss(db, client, code);
  return { slip } as const;
}
