import type { Db } from "#db/schema/handle.ts";
import { idempotencyKeyIsKnown } from "../idempotency.server.ts";
import type { Keys } from "../keys.ts";
import { refuse } from "../outcome.ts";
import { onTurn, type RateLimit } from "../rate-limit.server.ts";
import type { Submission } from "./read-submissions.server.ts";
import { submitSheet } from "./submit-sheet.server.ts";

/** Stores a sheet where a limit has a turn left (`onTurn`), else `request.too_many`. @param turn null sets no limit (load tests) */
export async function submitOnTurn(db: Db, keys: Keys, submission: Submission, turn: { limit: RateLimit; key: string } | null, now = new Date()) {
  const isRetry = () => idempotencyKeyIsKnown(db, { scope: `sheet ${submission.round}`, key: submission.idempotencyKey });
  const sent = await onTurn(db, turn, isRetry, () => submitSheet(db, keys, submission, now));
  return "wait" in sent ? refuse("request.too_many", { minutes: Math.ceil(sent.wait / 60) }) : sent;
}
