import type { Db } from "#db/schema/handle.ts";
import type { Official } from "#app/domain/people/official.ts";
import { computeResults, findHandIn, finishCheck, publishResults } from "#app/domain/surveys/index.server.ts";

/** Takes a closed round through its check to published results. */
export async function announce(db: Db, manager: Official, approver: Official, slug: string, now: Date): Promise<void> {
  for (const came of [
    await finishCheck(db, manager, slug, now),
    await computeResults(db, manager, slug, now),
    await publishResults(db, approver, slug, await findHandIn(db, slug), now),
  ]) {
    if (!came.ok) throw new Error(came.code);
  }
}
