import type { comparison as source } from "../vi/comparison.ts";
import type { Complete } from "../../complete.ts";

export const comparison = {
  title: "Compared with the last round",
  higher:
    "Up {{points}} percentage points on the last round ({{round}}: {{value}}). A clear rise: the 95% confidence interval of the difference is {{low}} to {{high}} points.",
  lower:
    "Down {{points}} percentage points on the last round ({{round}}: {{value}}). A clear fall: the 95% confidence interval of the difference is {{low}} to {{high}} points.",
  unclear:
    "It cannot be said whether this is more or less than in the last round ({{round}}: {{value}}): the difference of {{points}} points may be chance, its 95% confidence interval is {{low}} to {{high}} points.",
  few: "Too few sheets to compare with the last round ({{round}}): each round needs 30 sheets or more.",
  changed: "Not compared with the last round ({{round}}), because the questionnaire or the way of choosing people changed.",
  otherUnits: "The two rounds did not rate the same units: part of the difference may come from that.",
  see: "See the results of the last round",
  selfSelected: "This is no random sample: the comparison speaks of those who answered only.",
  ranking: "Rank of units",
  rankingNote:
    "Units are ranked only where two differ clearly (all pairs compared, Holm’s correction). Units that cannot be told apart share a range of ranks.",
  notRanked: "Too few sheets to compare the units: their differences may be chance, so they are not ranked.",
  rank: "Rank",
  range: "{{best}}\u00a0–\u00a0{{worst}}",
  rankFew: "too few sheets to compare",
  sample: "Estimated for {{population}} dossiers on the list people were drawn from, weighted by {{strata}} strata.",
  sampleJoined: "Strata with few sheets are joined, {{weights}} weights are left.",
  sampleUnweighted:
    "The number of dossiers of each stratum is not known for this sample, so it is not weighted; intervals are those of a simple random sample.",
  sampleLevels: "The table of levels counts sheets, without weights.",
} satisfies Complete<typeof source, "en">;
