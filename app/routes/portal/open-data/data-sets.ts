/** The lists of the API, in the order the page tells them. Each has its words in `opendata:data.{path}`. */
export const dataSets = [
  { path: "procedures", kind: "procedure" },
  { path: "cases", kind: "case" },
  { path: "rounds", kind: "round" },
  { path: "remarks", kind: "remark" },
  { path: "units", kind: "unit" },
  { path: "news", kind: "news" },
  { path: "documents", kind: "document" },
  { path: "plans", kind: "plan" },
  { path: "indices", kind: "index" },
  { path: "score-sheets", kind: "score_sheet" },
  { path: "service-months", kind: "service_month" },
  { path: "faqs", kind: "faq" },
  { path: "channels", kind: "channel" },
] as const;

export type DataSetPath = (typeof dataSets)[number]["path"];
