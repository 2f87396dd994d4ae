import type { Db } from "#db/schema/handle.ts";
import { currentCalendar } from "../calendar/index.server.ts";
import type { Calendar } from "../calendar/working-days.ts";
import { hiddenBelow } from "../insights/vocabulary.ts";
import { countThreeLevels } from "../surveys/index.server.ts";
import { listDescendantIds } from "../units/index.server.ts";
import { countAnswers, countUpheldConduct } from "./case-facts.server.ts";
import { findDossierCount } from "./dossiers.server.ts";
import { daysOf } from "./period.ts";
import { procedureFacts } from "./procedure-facts.server.ts";
import type { Indicator, OneStopRules } from "./rules-schema.ts";
import { type ComputedScore, pointsOfAttitude, pointsOfDossiers, pointsOfShare } from "./score-line.ts";
import type { IndicatorSource, ScorePoints, UnscoredReason } from "./vocabulary.ts";

type About = { db: Db; unitId: string; unitIds: string[]; quarter: string; days: { from: string; to: string }; calendar: Calendar };

/** What the portal finds for each indicator of a unit's quarter; all below the unit counts with it. */
export async function computeScores(db: Db, rules: OneStopRules, unitId: string, quarter: string): Promise<Map<string, ComputedScore>> {
  const days = daysOf(quarter);
  if (!days) throw new RangeError(`${quarter} is no quarter`);
  const about: About = { db, unitId, unitIds: await listDescendantIds(db, [unitId]), quarter, days, calendar: await currentCalendar(db) };
  const scores = new Map<string, ComputedScore>();
  for (const indicator of rules.indicators) scores.set(indicator.code, await computeOne(about, indicator));
  return scores;
}

async function computeOne(about: About, { code, computation }: Indicator): Promise<ComputedScore> {
  const { db, unitId, unitIds, quarter, days } = about;
  switch (computation.kind) {
    case "none":
      return found("checklist", null, "by_checklist");
    case "dossiers": {
      const count = await findDossierCount(db, unitId, quarter, code);
      if (!count) return found("imported", null, "not_imported");
      const whole = count.sooner + count.onTime + count.late;
      const brought = { part: count.sooner + count.onTime, whole, importedFrom: count.source, importedOn: count.importedOn };
      return found("imported", pointsOfDossiers(computation, count), "nothing_due", brought);
    }
    case "procedures": {
      const limits = { decideBefore: computation.publishWithin, publishWithin: computation.publishWithin };
      const facts = (await procedureFacts(db, unitIds, days, limits, about.calendar)).filter(({ inForce }) => inForce);
      const part = facts.filter(({ missing, publishedInTime }) => missing.length === 0 && publishedInTime !== false).length;
      return found("portal", pointsOfShare(computation, part, facts.length), "nothing_due", { part, whole: facts.length });
    }
    case "cases": {
      const { inTime, all } = await countAnswers(db, unitIds, days);
      return found("portal", pointsOfShare(computation, inTime, all), "nothing_due", { part: inTime, whole: all });
    }
    case "attitude": {
      const rounds = await countThreeLevels(db, computation.question);
      const slips = rounds.flatMap(({ counted }) => counted.filter((one) => unitIds.includes(one.unitId) && one.quarter === quarter));
      const answered = slips.reduce((sum, { levels }) => sum + levels[0] + levels[1] + levels[2], 0);
      const dissatisfied = slips.reduce((sum, { levels }) => sum + levels[0], 0);
      const upheld = await countUpheldConduct(db, unitIds, days);
      // The share itself is not told: beside the slips' own figures it could give a small cell away.
      return found("portal", pointsOfAttitude(computation, { upheld, dissatisfied, answered, fewest: hiddenBelow }), "few_slips");
    }
  }
}

function found(
  source: IndicatorSource,
  points: ScorePoints | null,
  without: UnscoredReason,
  rest: Partial<Pick<ComputedScore, "part" | "whole" | "importedFrom" | "importedOn">> = {},
): ComputedScore {
  return { points, reason: points === null ? without : null, source, part: null, whole: null, importedFrom: null, importedOn: null, ...rest };
}
