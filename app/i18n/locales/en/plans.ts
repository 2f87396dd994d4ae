import type { Complete } from "#app/i18n/complete.ts";
import type { plans as source } from "../vi/plans.ts";

export const plans = {
  title: "Reform plans",
  lead: "The plans of each authority, with the progress of each task.",
  found_one: "{{count}} plan",
  found_other: "{{count}} plans",
  year: "Year",
  allYears: "All years",
  issuer: "Issuer",
  number: "Number",
  issuedOn: "Issued",
  budget: "Budget",
  progress: "Progress",
  progressWords: "{{done}} of {{total}} tasks are done",
  goals: "Goals",
  tasks: "Tasks",
  output: "Output",
  lead_unit: "Lead",
  cooperating: "With: {{units}}",
  assignments: "Duties",
  states: { not_started: "Not started", in_progress: "Under way", done: "Done", late: "Late", not_done: "Not done" },
  by: "Due: {{day}}",
} satisfies Complete<typeof source, "en">;
