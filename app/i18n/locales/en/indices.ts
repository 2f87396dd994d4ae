import type { Complete } from "#app/i18n/complete.ts";
import type { indices as source } from "../vi/indices.ts";

export const indices = {
  title: "Reform indices",
  lead: "Indices of administrative reform and governance: who publishes them and the results over the years.",
  found_one: "{{count}} index",
  found_other: "{{count}} indices",
  publisher: "Published by: {{name}}",
  scope: "Scope: {{scope}}",
  values: "Results over the years",
  table: "See the chart’s numbers as a table",
  noValues: "No values on this portal yet.",
  year: "Year",
  value: "Value",
  rank: "Rank",
  rankOf: "{{rank}} of {{of}}",
  target: "Target",
  basis: "Source",
  provisional: "to be checked",
  breakNote: "The method changed in {{year}}: do not compare with earlier years.",
  chart: "{{name}} – {{scope}}",
  summary: "{{year}}: {{value}}.",
} satisfies Complete<typeof source, "en">;
