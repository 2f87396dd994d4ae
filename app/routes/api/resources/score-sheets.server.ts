import { defineResource } from "./resource.server.ts";

export const scoreSheets = defineResource({
  path: "score-sheets",
  kind: "score_sheet",
  page: (slug) => `/chat-luong-phuc-vu/mot-cua/${slug}`,
  fields: ["unit", "authority", "quarter", "rules", "lines", "points", "most", "missing", "rank", "editions"],
  notes: {
    unit: "As it was called on the quarter's last day.",
    lines:
      "One for each indicator: `points` as appraised, `self` as the unit gave them, `computed` as the portal found them; null is no points, not 0.",
    missing: "Codes of indicators without points; where there is one, `rank` is null.",
    rank: "excellent, good, fair, average or weak.",
    editions: "Every version that was published, and why it was corrected.",
  },
  filters: { unit: "unit", authority: "authority", category: "facet" },
  rows: (sheet) => sheet.lines.map((line) => ({ sheet, line })),
  columns: [
    ["sheet", (_, { slug }) => slug],
    ["unit", ({ sheet }) => sheet.unit.slug],
    ["quarter", ({ sheet }) => sheet.quarter],
    ["rules_version", ({ sheet }) => sheet.rules.version],
    ["indicator", ({ line }) => line.code],
    ["name_vi", ({ line }) => line.name.vi],
    ["points", ({ line }) => line.points],
    ["self", ({ line }) => line.self],
    ["computed", ({ line }) => line.computed],
    ["source", ({ line }) => line.source],
    ["part", ({ line }) => line.part],
    ["whole", ({ line }) => line.whole],
    ["imported_from", ({ line }) => line.importedFrom],
    ["imported_on", ({ line }) => line.importedOn],
    ["total", ({ sheet }) => sheet.points],
    ["most", ({ sheet }) => sheet.most],
    ["rank", ({ sheet }) => sheet.rank],
    ["url", (_, { url }) => url],
  ],
});
