import type { Complete } from "../../complete.ts";
import type { answers as source } from "../vi/answers.ts";

export const answers = {
  title: "Raw answers",
  short: "Download raw answers for analysis",
  lead: "A row for each sheet, without its id or day, in random order. What people wrote in words is not in this file.",
  waits: "Raw answers are handed out once the round has closed.",
  waitsLine: "While the round takes answers, see the figures on its page.",
  take: "Download",
  sheets_one: "{{n}} sheet",
  sheets_other: "{{n}} sheets",
  reason: "Purpose",
  reasonHint: "The purpose, your name and the time go into the audit trail.",
  csv: "Download CSV",
  xlsx: "Download Excel",
  warn: "Raw answers name nobody, but where few people answered somebody may still be guessed. Do not pass the file on, and publish no table with cells of fewer than 5 people.",
  labels: "Labels for statistics software",
  labelsLead:
    "Put the syntax file beside the CSV file and run it in SPSS or PSPP: it names questions, says what each number means, and marks missing values.",
  sps: "SPSS syntax, Vietnamese labels",
  spsEn: "SPSS syntax, English labels",
  codebook: "Codebook (JSON)",
  dataSheet: "Sheets",
  codeSheet: "Codebook",
  column: "Column",
  meaning: "Meaning",
  value: "Value",
  label: "Label",
} satisfies Complete<typeof source, "en">;
