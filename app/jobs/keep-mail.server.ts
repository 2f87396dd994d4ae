import { keepMessages, makeDigests } from "#app/domain/messages/index.server.ts";
import type { Portal } from "#app/platform/portal.server.ts";

/** Every quarter of an hour: the outbox moves on whatever died, and unconfirmed addresses are forgotten. */
export async function keepMail(portal: Portal): Promise<void> {
  const kept = await keepMessages(portal.db, portal.now());
  if (kept.uncertain + kept.queuedAgain + kept.forgotten > 0) portal.log.info(kept, "the outbox was tidied");
}

/** Every morning: what became public goes to those who subscribed, one mail a day at most. */
export async function sendDigests(portal: Portal): Promise<void> {
  const digests = await makeDigests(portal.db, portal.keys, portal.now());
  if (digests > 0) portal.log.info({ digests }, "digests were queued");
}
