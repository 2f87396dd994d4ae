import type { Db } from "#db/schema/handle.ts";
import { idempotencyKeyIsKnown } from "../idempotency.server.ts";
import type { Keys } from "../keys.ts";
import { refuse } from "../outcome.ts";
import { giveTurnBack, type RateLimit, takeTurn } from "../rate-limit.server.ts";
import type { Submission } from "./read-submissions.server.ts";
import { submitSheet } from "./submit-sheet.server.ts";

/**
 * Stores a sheet where a limit has a turn left (else `request.too_many`). The turn is taken before: of however many that come at
 * once no more are stored than the limit says. What stored no new sheet gives its turn back, and a retry of what was stored
 * is always answered.
 * @param turn null sets no limit (load tests)
 */
export async function submitOnTurn(db: Db, keys: Keys, submission: Submission, turn: { limit: RateLimit; key: string } | null, now = new Date()) {
  if (!turn) return submitSheet(db, keys, submission, now);
  const wait = await takeTurn(db, turn.limit, turn.key);
  let used = false;
  try {
    if (wait > 0 && !(await idempotencyKeyIsKnown(db, { scope: `sheet ${submission.round}`, key: submission.idempotencyKey }))) {
      return refuse("request.too_many", { minutes: Math.ceil(wait / 60) });
    }
    const sent = await submitSheet(db, keys, submission, now);
    used = sent.ok && !sent.value.repeated;
    return sent;
  } finally {
    if (!used) await giveTurnBack(db, turn.limit, turn.key);
  }
}
