import { routingConditions, type RoutingCondition, type RoutingRule } from "#app/domain/routing/vocabulary.ts";
import type { caseContents, CaseField, CaseKind } from "#app/domain/feedback/vocabulary.ts";
import type { i18nFor } from "#app/i18n/i18n.ts";

type Text = ReturnType<typeof i18nFor>["t"];
export type Names = { units: ReadonlyMap<string, string>; procedures: ReadonlyMap<string, string> };
export type RuleLine = { id: string; name: string; unit: string; active: boolean; conditions: string[] };

/** A rule in words: each condition it asks, with what meets it. */
export const toRuleLine = (t: Text, names: Names, rule: RoutingRule): RuleLine => ({
  id: rule.id,
  name: rule.name,
  unit: names.units.get(rule.unit) ?? rule.unit,
  active: rule.active,
  conditions: routingConditions
    .filter((condition) => rule.when[condition].length > 0)
    .map(
      (condition) =>
        `${t(`routing:condition.${condition}`)} ${rule.when[condition].map((entry) => entryWords(t, names, condition, entry)).join(` ${t("routing:or")} `)}`,
    ),
});

/** What an entry of a condition is called. */
export function entryWords(t: Text, names: Names, condition: RoutingCondition, entry: string): string {
  switch (condition) {
    case "kinds":
      return t(`words:caseKind.${entry as CaseKind}`);
    case "contents":
      return t(`words:caseContent.c${entry as `${(typeof caseContents)[number]}`}`);
    case "fields":
      return t(`words:caseField.${entry as CaseField}`);
    case "procedures":
      return names.procedures.get(entry) ?? entry;
    case "aboutUnits":
      return names.units.get(entry) ?? entry;
    case "places":
    case "words":
      return `“${entry}”`;
  }
}
