import type { checks as source } from "../vi/checks.ts";
import type { Complete } from "../../complete.ts";

export const checks = {
  transactions:
    "As a check: weighted by each unit’s number of dossiers, {{value}} are satisfied instead of {{raw}}. This is not the SIPAS index, because people chose to answer and were not drawn at random.",
  transactionsHidden_one: "{{count}} unit that is not shown is left out.",
  transactionsHidden_other: "{{count}} units that are not shown are left out.",
  effect:
    "The sample has {{n}} sheets. The overall index is as precise as a simple random sample of {{effective}} people asked one yes-or-no question (design effect {{effect}}).",
  effectLess: "The effect is below 1 because each sheet answers many criteria.",
  effectMore: "The effect is above 1 because strata weigh differently and the answers of one person tend to be alike.",
  groups: "Both groups of respondents side by side",
  groupsNote:
    "The two are never put together. The comparison takes those who chose to answer for a random sample: an assumption, so it is a check and no more.",
  sheet: "Both groups",
  group: "Group",
  difference: "Difference: drawn sample minus those who chose to answer",
  differencePoints: "{{points}} points",
  verdict: {
    higher: "The drawn sample is {{points}} percentage points more satisfied. That is more than chance explains.",
    lower: "The drawn sample is {{points}} percentage points less satisfied. That is more than chance explains.",
    unclear: "The difference of {{points}} percentage points may be chance.",
    few: "Too few sheets to compare: each group needs 30 sheets or more.",
  },
  breakWhy: {
    questionnaire: "questionnaire changed",
    respondents: "way of choosing people changed",
    method: "method changed",
  },
  breakNote: {
    questionnaire: "Questionnaire changed: not comparable with the previous round.",
    respondents: "The way of choosing people changed: not compared with the previous round.",
    method: "The overall index is made in another way: not compared with the previous round.",
  },
  trendOf: "Published rounds with enough sheets about this place. Where the questionnaire or the way of choosing people changed, the line stops.",
  weighted:
    "Shares are weighted by strata as the overall index is; people are counted. Strata where few chose an option are joined to the next, for each question by itself.",
  unweighted: "Shares count sheets, without the weights of strata.",
} satisfies Complete<typeof source, "en">;
