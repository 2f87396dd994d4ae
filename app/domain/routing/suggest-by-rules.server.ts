import { eq } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { bouncedUnits, loadUnitMap, readFacts } from "./case-facts.server.ts";
import { routeByRules } from "./route-by-rules.ts";
import { currentRules } from "./rule-sets.server.ts";

/** The unit that the rules in force name for a case, and the rule that says so; undefined when none fires. */
export async function suggestByRules(db: Db, caseId: string, now: Date): Promise<{ unitId: string; rule: string; version: number } | undefined> {
  const { version, rules } = await currentRules(db);
  if (rules.length === 0) return undefined;
  const units = await loadUnitMap(db, now);
  const [theCase] = await readFacts(db, eq(cases.id, caseId), units, 1);
  if (!theCase) return undefined;
  const bounced = (await bouncedUnits(db, [caseId], units)).get(caseId);
  const { fired } = routeByRules(rules, theCase.facts, (slug) => isOurs(slug) && !bounced?.has(slug));
  const unit = fired && units.bySlug.get(fired.unit);
  return unit && fired && { unitId: unit.id, rule: fired.name, version };

  function isOurs(slug: string): boolean {
    const unit = units.bySlug.get(slug);
    return unit !== undefined && !unit.external;
  }
}
