import { defineResource } from "./resource.server.ts";

export const indices = defineResource({
  path: "indices",
  kind: "index",
  page: (slug) => `/chi-so/${slug}`,
  fields: ["code", "name", "description", "publisher", "scope", "values"],
  notes: { values: "One for each scope and year. breakBefore: made by another method than the year before, so do not join the two." },
  filters: {},
  slugOf: async (_, code) => code.toLowerCase(),
  rows: (index) => index.values.map((value) => ({ index, value })),
  columns: [
    ["index", ({ index }) => index.code],
    ["name_vi", ({ index }) => index.name.vi],
    ["name_en", ({ index }) => index.name.en],
    ["publisher", ({ index }) => index.publisher?.vi],
    ["scope", ({ value }) => value.scope.vi],
    ["year", ({ value }) => value.year],
    ["value", ({ value }) => value.value],
    ["unit", ({ value }) => value.unit],
    ["rank", ({ value }) => value.rank],
    ["of", ({ value }) => value.of],
    ["target", ({ value }) => value.target],
    ["break_before", ({ value }) => value.breakBefore],
    ["provisional", ({ value }) => value.provisional],
    ["basis", ({ value }) => value.basis?.vi],
    ["url", (_, { url }) => url],
  ],
});
