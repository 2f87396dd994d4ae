import { roundFigures } from "#app/domain/surveys/index.server.ts";
import { isFrozen } from "#app/domain/surveys/rules.ts";
import type { asAnyone } from "#app/platform/guards.server.ts";
import { findSeenRound } from "../report/read-report.server.ts";
import { groupView, roundFacts } from "./results-view.server.ts";

/** A round and the figures of its groups, for a page about a part of them; kept once nothing changes any more. */
export async function readPart(visit: ReturnType<typeof asAnyone>, slug: string | undefined) {
  const round = await findSeenRound(visit, slug);
  const { groups } = await roundFigures(visit.db, round);
  const headers: Record<string, string> = isFrozen(round.state) ? { "Portal-Cache": "public" } : {};
  return { page: { round: roundFacts(visit.lang, round), groups: groups.map((group) => groupView(visit.lang, round, group)) }, headers };
}
