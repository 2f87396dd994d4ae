export { applyRoutingRules } from "./apply-rules.server.ts";
export { changeRoutingDraft, discardRoutingDraft } from "./change-draft.server.ts";
export { replayRouting, type Replay } from "./replay.server.ts";
export { currentRules, draftRules, listRuleSets } from "./rule-sets.server.ts";
export { simulateRouting, traceRouting } from "./simulate.server.ts";
export { type RuleSuggestion, suggestByRules } from "./suggest-by-rules.server.ts";
