import type { priorities as source } from "../vi/priorities.ts";
import type { Complete } from "../../complete.ts";

export const priorities = {
  title: "Which criteria come first",
  lead: "Each number is a criterion. The further right, the closer it goes with overall satisfaction; the lower, the lower its score. The lower right corner comes first.",
  chart: "Link with overall satisfaction and score of each criterion",
  summary_one: "{{count}} criterion is most closely linked with overall satisfaction and still scores below the mean: {{list}}.",
  summary_other: "{{count}} criteria are most closely linked with overall satisfaction and still score below the mean: {{list}}.",
  none: "No criterion is both linked with overall satisfaction above the mean and scored below it.",
  key: "Which criterion a number in the chart is",
  mark: "Number",
  criterion: "Criterion",
  rho: "Link with overall satisfaction",
  index: "Satisfied",
  corner: "Group",
  corners: {
    lowRight: "Improve first",
    highRight: "Keep it up",
    lowLeft: "Improve later",
    highLeft: "Good, weaker link",
  },
  lines: "Both dashed lines are the means of the criteria. The axes do not begin at 0, so that the points come apart.",
  notCause:
    "The link is measured by Spearman’s rank correlation within one sheet. It says that two answers go together, and does not prove that one causes the other. Where the intervals of two criteria overlap, it cannot be said which has the closer link.",
  notWeighted: "In a drawn sample the link is worked out from sheets, without the weights of strata.",
  few: "Too few sheets: each criterion needs at least 30 people who answered it and the question about overall satisfaction.",
  left_one: "{{count}} criterion is not in the chart: too few sheets, or hidden.",
  left_other: "{{count}} criteria are not in the chart: too few sheets, or hidden.",
  section: "Link with overall satisfaction",
  sheet: "Priorities",
  pairs: "Answered both (n)",
  low: "Interval, from",
  high: "to",
} satisfies Complete<typeof source, "en">;
