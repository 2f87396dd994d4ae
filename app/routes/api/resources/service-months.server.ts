import { defineResource } from "./resource.server.ts";

export const serviceMonths = defineResource({
  path: "service-months",
  kind: "service_month",
  page: (slug) => `/chat-luong-phuc-vu/bo-chi-so-766/${slug}`,
  fields: ["authority", "month", "rules", "groups", "points", "most", "editions"],
  notes: {
    groups: "Sub-indices of Decision 766 by group. `mark`: computed, imported, no_base (denominator 0) or missing; rate in percent.",
    points: "Sum over the sub-indices that have points; `most` is the sum of their maxima, not 100.",
    editions: "Every version that was published, and why it was corrected.",
  },
  filters: { authority: "authority", category: "facet" },
  rows: (month) => month.groups.flatMap(({ items }) => items.map((item) => ({ month, item }))),
  columns: [
    ["authority", ({ month }) => month.authority.slug],
    ["month", ({ month }) => month.month],
    ["rules_version", ({ month }) => month.rules.version],
    ["code", ({ item }) => item.code],
    ["name_vi", ({ item }) => item.name.vi],
    ["numerator", ({ item }) => item.numerator],
    ["denominator", ({ item }) => item.denominator],
    ["rate", ({ item }) => item.rate],
    ["points", ({ item }) => item.points],
    ["max", ({ item }) => item.max],
    ["mark", ({ item }) => item.mark],
    ["imported_from", ({ item }) => item.importedFrom],
    ["imported_on", ({ item }) => item.importedOn],
    ["url", (_, { url }) => url],
  ],
});
