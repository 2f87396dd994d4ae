import type { Db } from "#db/schema/handle.ts";
import type { Keys } from "../keys.ts";
import type { Submission } from "./read-submissions.server.ts";
import { submitOnTurn } from "./submit-on-turn.server.ts";
import { openLinkLimit } from "./vocabulary.ts";

/**
 * Stores a sheet that came without a slip: so many an hour from one client, so that one program does not fill a round.
 * A retry of what was stored is no new sheet, and is always answered.
 * @param client the visitor's fingerprint of the day; null sets no limit (load tests)
 */
export async function submitByOpenLink(db: Db, keys: Keys, submission: Submission, client: string | null, now = new Date()) {
  return submitOnTurn(db, keys, submission, client === null ? null : { limit: openLinkLimit, key: client }, now);
}
