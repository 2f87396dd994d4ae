import type { Db } from "#db/schema/handle.ts";
import { idempotencyKeyIsKnown } from "../idempotency.server.ts";
import type { Keys } from "../keys.ts";
import { refuse } from "../outcome.ts";
import { secondsToWait, takeTurn } from "../rate-limit.server.ts";
import type { Submission } from "./read-submissions.server.ts";
import { submitSheet } from "./submit-sheet.server.ts";
import { openLinkLimit } from "./vocabulary.ts";

/**
 * Stores a sheet that came without a slip: so many an hour from one client, so that one program does not fill a round.
 * A retry of what was stored is no new sheet, and is always answered.
 * @param client the visitor's fingerprint of the day; null sets no limit (load tests)
 */
export async function submitByOpenLink(db: Db, keys: Keys, submission: Submission, client: string | null, now = new Date()) {
  const wait = client ? await secondsToWait(db, openLinkLimit, client) : 0;
  if (wait > 0 && !(await idempotencyKeyIsKnown(db, { scope: `sheet ${submission.round}`, key: submission.idempotencyKey }))) {
    return refuse("request.too_many", { minutes: Math.ceil(wait / 60) });
  }
  const sent = await submitSheet(db, keys, submission, now);
  if (client && sent.ok && !sent.value.repeated) await takeTurn(db, openLinkLimit, client);
  return sent;
}
