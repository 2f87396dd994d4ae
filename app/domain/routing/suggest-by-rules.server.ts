import { inArray } from "drizzle-orm";
import { cases } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { bouncedUnits, loadUnitMap, readFacts } from "./case-facts.server.ts";
import { routeByRules } from "./route-by-rules.ts";
import { currentRules } from "./rule-sets.server.ts";

/** A unit that the rules in force name, and the rule that says so. */
export type RuleSuggestion = { unitId: string; rule: string; version: number };

/**
 * What the rules in force suggest for each of these cases, by the case's id; none where no rule fires. Rules, units and
 * cases are read once, however many cases there are.
 */
export async function suggestByRules(db: Db, caseIds: readonly string[], now: Date): Promise<Map<string, RuleSuggestion>> {
  const suggested = new Map<string, RuleSuggestion>();
  if (caseIds.length === 0) return suggested;
  const { version, rules } = await currentRules(db);
  if (rules.length === 0) return suggested;

  const units = await loadUnitMap(db, now);
  const found = await readFacts(db, inArray(cases.id, [...caseIds]), units, caseIds.length);
  const bounced = await bouncedUnits(db, caseIds, units);
  for (const { id, facts } of found) {
    const takes = (slug: string) => units.bySlug.get(slug)?.external === false && !bounced.get(id)?.has(slug);
    const { fired } = routeByRules(rules, facts, takes);
    const unit = fired && units.bySlug.get(fired.unit);
    if (unit) suggested.set(id, { unitId: unit.id, rule: fired.name, version });
  }
  return suggested;
}
