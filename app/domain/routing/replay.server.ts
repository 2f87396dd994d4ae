import { and } from "drizzle-orm";
import type { Db } from "#db/schema/handle.ts";
import { readableBy } from "../feedback/index.server.ts";
import type { Official } from "../people/official.ts";
import { loadUnitMap, readFacts, receivedBetween } from "./case-facts.server.ts";
import { routeByRules } from "./route-by-rules.ts";
import { replayMost, type RoutingRule } from "./vocabulary.ts";

/** How a rule set would have done: cases for which a rule fired, and those that went to the unit which has them now. */
export type ReplayScore = { fired: number; agreed: number };

export type Replay = {
  from: string;
  to: string;
  cases: number;
  /** Cases that have a unit: only with these can a rule agree or not. */
  settled: number;
  current: ReplayScore;
  changed: ReplayScore;
  /** Cases that the two sets send to different units, the newest first; units by slug, null where no rule fires. */
  moved: { code: string; subject: string; from: string | null; to: string | null; actual: string | null }[];
};

/**
 * Sends the cases of a period, as they were received and classified, through two rule sets and compares. Nothing is
 * stored or moved. Only cases the official may read count. A unit that has ended takes no case.
 * @param period civil days, both included
 */
export async function replayRouting(
  db: Db,
  by: Official,
  sets: { current: readonly RoutingRule[]; changed: readonly RoutingRule[] },
  period: { from: string; to: string },
  now = new Date(),
): Promise<Replay> {
  const units = await loadUnitMap(db, now);
  const takes = (slug: string) => units.bySlug.get(slug)?.external === false;
  const found = await readFacts(db, and(receivedBetween(period.from, period.to), readableBy(by)), units, replayMost);

  const score = { current: { fired: 0, agreed: 0 }, changed: { fired: 0, agreed: 0 } };
  const moved: Replay["moved"] = [];
  for (const { code, subject, facts, unitSlug } of found) {
    const goes = {
      current: routeByRules(sets.current, facts, takes).fired?.unit ?? null,
      changed: routeByRules(sets.changed, facts, takes).fired?.unit ?? null,
    };
    for (const set of ["current", "changed"] as const) {
      if (goes[set] === null) continue;
      score[set].fired += 1;
      if (goes[set] === unitSlug) score[set].agreed += 1;
    }
    if (goes.current !== goes.changed) moved.push({ code, subject, from: goes.current, to: goes.changed, actual: unitSlug });
  }
  return { ...period, cases: found.length, settled: found.filter(({ unitSlug }) => unitSlug !== null).length, ...score, moved };
}
