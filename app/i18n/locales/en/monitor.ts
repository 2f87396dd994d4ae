import type { Complete } from "#app/i18n/complete.ts";
import type { monitor as source } from "../vi/monitor.ts";

export const monitor = {
  title: "How the round is going",
  asOf: "Figures at {{at}}.",
  refresh: "Show newer figures",
  chart: "Sheets by day",
  chartSummary: "{{total}} sheets in {{days}} days; most on {{day}}: {{most}}.",
  chartTable: "Show the figures as a table",
  day: "Day",
  sheets: "Sheets",
  byUnit: "By unit",
  byUnitCaption: "Sheets by unit and way of answering, codes issued and used",
  unit: "Unit",
  total: "Total",
  issued: "Codes issued",
  used: "Codes used",
  returned: "Response rate",
  sample: "Sample: answered / needed",
  reminder: "A sheet does not lead to its code: the response rate counts codes that were used, not sheets.",
  paper: "Type in paper forms",
} satisfies Complete<typeof source, "en">;
