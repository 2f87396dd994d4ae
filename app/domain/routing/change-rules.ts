import { slugify } from "../text.ts";
import type { RuleDraft } from "./schemas.ts";
import { routingRulesMost, type RoutingRule } from "./vocabulary.ts";

export type RuleChange =
  | { change: "add"; rule: RuleDraft }
  | { change: "edit"; id: string; rule: RuleDraft }
  | { change: "remove" | "up" | "down" | "switch"; id: string };

/** The rules after a change; undefined when there is no such rule, or no room for another. A new rule comes last. */
export function changeRules(rules: readonly RoutingRule[], what: RuleChange): RoutingRule[] | undefined {
  if (what.change === "add") {
    if (rules.length >= routingRulesMost) return undefined;
    return [...rules, { ...what.rule, id: newId(rules, what.rule.name), active: true }];
  }
  const at = rules.findIndex(({ id }) => id === what.id);
  const rule = rules[at];
  if (!rule) return undefined;
  switch (what.change) {
    case "edit":
      return rules.with(at, { ...rule, ...what.rule });
    case "switch":
      return rules.with(at, { ...rule, active: !rule.active });
    case "remove":
      return rules.toSpliced(at, 1);
    case "up":
    case "down": {
      const to = Math.min(rules.length - 1, Math.max(0, at + (what.change === "up" ? -1 : 1)));
      return rules.toSpliced(at, 1).toSpliced(to, 0, rule);
    }
  }
}

/** The units whose rules a change adds, alters, takes out or moves: what a person must have the right for. */
export function unitsTouched(before: readonly RoutingRule[], after: readonly RoutingRule[]): string[] {
  const [known, kept] = [new Map(before.map((rule) => [rule.id, rule])), new Map(after.map((rule) => [rule.id, rule]))];
  const changed = after.filter((rule) => JSON.stringify(known.get(rule.id)) !== JSON.stringify(rule));
  const gone = before.filter(({ id }) => !kept.has(id));
  const [was, is] = [before.filter(({ id }) => kept.has(id)), after.filter(({ id }) => known.has(id))];
  const moved = is.filter(({ id }, at) => was[at]?.id !== id);
  return [...new Set([...changed, ...gone, ...moved].flatMap((rule) => [rule.unit, known.get(rule.id)?.unit ?? rule.unit]))];
}

function newId(rules: readonly RoutingRule[], name: string): string {
  const base = slugify(name, 60) || "quy-tac";
  const taken = new Set(rules.map(({ id }) => id));
  let id = base;
  for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`;
  return id;
}
