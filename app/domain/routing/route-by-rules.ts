import { fold } from "../text.ts";
import { routingConditions, type RoutingCondition, type RoutingRule } from "./vocabulary.ts";

/** What rules may look at in a case. `aboutUnits`: the unit it names, then those above it. */
export type CaseFacts = {
  kind: string;
  content: number | null;
  procedure: string | null;
  field: string | null;
  aboutUnits: readonly string[];
  place: string;
  text: string;
};

/** Why a rule did what it did: each condition it asks, and what met it (undefined: nothing did). */
export type RuleTrace = {
  rule: RoutingRule;
  outcome: "fires" | "not_met" | "switched_off" | "unit_not_possible" | "not_reached";
  conditions: { condition: RoutingCondition; metBy: string | undefined }[];
};

export type Routed = { fired: RoutingRule | undefined; trace: RuleTrace[] };

/**
 * The first rule, from the top, that is switched on, whose every condition holds and whose unit can take the case.
 * The trace has every rule in its order, so that a person can see why the case goes there. Work: linear in rules × text.
 * @param isPossible says whether a unit may get the case at all: in force, not bounced, not the one complained of
 */
export function routeByRules(rules: readonly RoutingRule[], facts: CaseFacts, isPossible: (unit: string) => boolean): Routed {
  const read = { place: padded(facts.place), text: padded(facts.text) };
  let fired: RoutingRule | undefined;
  const trace = rules.map((rule): RuleTrace => {
    const conditions = routingConditions
      .filter((condition) => rule.when[condition].length > 0)
      .map((condition) => ({ condition, metBy: rule.when[condition].find((entry) => holds(condition, entry, facts, read)) }));
    if (fired) return { rule, outcome: "not_reached", conditions };
    if (!rule.active) return { rule, outcome: "switched_off", conditions };
    if (conditions.length === 0 || conditions.some(({ metBy }) => metBy === undefined)) return { rule, outcome: "not_met", conditions };
    if (!isPossible(rule.unit)) return { rule, outcome: "unit_not_possible", conditions };
    fired = rule;
    return { rule, outcome: "fires", conditions };
  });
  return { fired, trace };
}

function holds(condition: RoutingCondition, entry: string, facts: CaseFacts, read: { place: string; text: string }): boolean {
  switch (condition) {
    case "kinds":
      return facts.kind === entry;
    case "contents":
      return String(facts.content) === entry;
    case "procedures":
      return facts.procedure === entry;
    case "fields":
      return facts.field === entry;
    case "aboutUnits":
      return facts.aboutUnits.includes(entry);
    case "places":
      return read.place.includes(padded(entry));
    case "words":
      return read.text.includes(padded(entry));
  }
}

/** Whole words only, however they were typed: “dat” finds “đất”, not “đặt hàng” written as one word with others. */
const padded = (text: string): string =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
