import type { Complete } from "#app/i18n/complete.ts";
import type { monitor as source } from "../vi/monitor.ts";

export const monitor = {
  title: "How the round is going",
  asOf: "Figures at {{at}}.",
  refresh: "Show newer figures",
  chart: "Forms by day",
  chartSummary: "{{total}} forms on {{days}} days; most on {{day}}: {{most}}.",
  chartTable: "Show the figures as a table",
  day: "Day",
  sheets: "Forms",
  byUnit: "By unit",
  byUnitCaption: "Forms by unit and way of answering, codes issued and used",
  unit: "Unit",
  total: "Total",
  issued: "Codes issued",
  used: "Codes used",
  returned: "Return rate",
  sample: "Sample: answered / wanted",
  reminder: "A form does not lead to its code: the return rate counts codes that were used, not forms.",
  paper: "Type in paper forms",
} satisfies Complete<typeof source, "en">;
