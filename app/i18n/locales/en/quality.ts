import type { Complete } from "#app/i18n/complete.ts";
import type { quality as source } from "../vi/quality.ts";

export const quality = {
  sentence: "Of {{sheets}} sheets, some are flagged but still counted: {{list}}.",
  none: "None of {{sheets}} sheets is flagged.",
  flags: {
    speeder: "answered very fast ({{n}})",
    straight_lining: "one level throughout ({{n}})",
    same_device_day: "same device on a day ({{n}})",
  },
  heads: {
    speeder: "Very fast",
    straight_lining: "One level throughout",
    same_device_day: "Same device on a day",
  },
  more: "By way of answering, and how sheets are flagged",
  caption: "Flagged sheets by way of answering",
  mode: "Way of answering",
  sheets: "Sheets",
  rule: "Very fast: less than {{seconds}} seconds for each answered question. One level throughout: {{levels}} or more five-level questions, all answered alike. Same device on a day: the second and later sheets sent through the open link from one device on one day. A sheet may carry several flags.",
} satisfies Complete<typeof source, "en">;
