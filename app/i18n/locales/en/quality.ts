import type { Complete } from "#app/i18n/complete.ts";
import type { quality as source } from "../vi/quality.ts";

export const quality = {
  sentence: "Of {{sheets}} forms some are flagged: {{list}}. They are counted all the same.",
  none: "None of {{sheets}} forms is flagged.",
  flags: {
    speeder: "answered very fast {{n}}",
    straight_lining: "one level throughout {{n}}",
    same_device_day: "same device on a day {{n}}",
  },
  heads: {
    speeder: "Very fast",
    straight_lining: "One level throughout",
    same_device_day: "Same device on a day",
  },
  more: "By way of answering, and how forms are flagged",
  caption: "Flagged forms by way of answering",
  mode: "Way of answering",
  sheets: "Forms",
  rule: "Very fast: less than {{seconds}} seconds for each answered question. One level throughout: {{levels}} or more five-level questions, all answered alike. Same device on a day: the second and later forms sent through the open link from one device on one day. A form may carry several flags.",
} satisfies Complete<typeof source, "en">;
