import { countSimilar, type SimilarOutcome } from "#app/domain/feedback/index.server.ts";
import { takeTurn } from "#app/domain/rate-limit.server.ts";
import type { Visit } from "#app/platform/guards.server.ts";

/** One client moves the figure so often in an hour; what goes beyond is served, not counted. */
const limit = { name: "similar-answers", points: 30, seconds: 3600 };

/** Counts what came of similar answers: a number of the day, without the letter. */
export async function countSimilarOnce({ db, portal, client, now }: Visit, outcome: SimilarOutcome): Promise<void> {
  if (!portal.settings.NO_RATE_LIMIT && (await takeTurn(db, limit, client)) > 0) return;
  await countSimilar(db, outcome, now);
}
