import { findPublic } from "#app/domain/publishing/index.server.ts";
import { findRound, readRoundReport } from "#app/domain/surveys/index.server.ts";
import { isFrozen } from "#app/domain/surveys/rules.ts";
import { type asAnyone, notFound } from "#app/platform/guards.server.ts";

type Visit = ReturnType<typeof asAnyone>;

/** A round that everybody may see, by its address; 404 for any other. */
export async function findSeenRound({ db }: Visit, slug: string | undefined) {
  const copy = await findPublic(db, "round", slug ?? "");
  const round = copy && (await findRound(db, copy.slug));
  if (!round) throw notFound();
  return round;
}

/** The report of a round that everybody may see, and the headers that let it be kept once nothing of it changes. */
export async function readReport(visit: Visit, slug: string | undefined) {
  const round = await findSeenRound(visit, slug);
  const headers: Record<string, string> = isFrozen(round.state) ? { "Portal-Cache": "public" } : {};
  return {
    report: await readRoundReport(visit.db, round, visit.now),
    address: `${visit.portal.publicUrl}${visit.to(`/hai-long/${round.slug}`)}`,
    headers,
  };
}
