/** What a rule may look at, in the order in which it is shown. */
export const routingConditions = ["kinds", "contents", "procedures", "fields", "aboutUnits", "places", "words"] as const;
export type RoutingCondition = (typeof routingConditions)[number];

/**
 * “When … then this unit.” Each condition is a list of which one must hold; a condition with an empty list is not asked.
 * Kinds, contents and fields as on the case; procedures and units by slug; places and words as people type them.
 */
export type RoutingRule = {
  id: string;
  name: string;
  when: Readonly<Record<RoutingCondition, readonly string[]>>;
  /** Slug of the unit that must answer. */
  unit: string;
  active: boolean;
};

export const routingRulesMost = 200;
export const ruleNameMaxLength = 120;
/** Longest list in one condition, and longest entry of it. */
export const conditionMost = 50;
export const conditionMaxLength = 120;
export const routingNoteMaxLength = 300;
/** A replay looks at so many cases at most. */
export const replayMost = 5000;
