import type { Db } from "#db/schema/handle.ts";
import type { Official } from "#app/domain/people/official.ts";
import { closeRound } from "#app/domain/surveys/close-round.server.ts";
import { computeResults } from "#app/domain/surveys/compute-results.server.ts";
import { finishCheck } from "#app/domain/surveys/finish-check.server.ts";
import { findHandIn } from "#app/domain/surveys/hand-in.server.ts";
import { publishResults } from "#app/domain/surveys/publish-results.server.ts";

/** Closes an open round, finds all its sheets valid and computes it. */
export async function closeAndCompute(db: Db, manager: Official, slug: string, now = new Date()): Promise<void> {
  for (const act of [closeRound, finishCheck, computeResults]) await must(act(db, manager, slug, now));
}

/** The same, and a leader publishes it. */
export async function finishRound(db: Db, by: { manager: Official; leader: Official }, slug: string, now = new Date()): Promise<void> {
  await closeAndCompute(db, by.manager, slug, now);
  await must(publishResults(db, by.leader, slug, await findHandIn(db, slug), now));
}

async function must(outcome: Promise<{ ok: boolean; code?: string }>): Promise<void> {
  const { ok, code } = await outcome;
  if (!ok) throw new Error(`The round cannot go on: ${code}`);
}
