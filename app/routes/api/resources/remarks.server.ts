import { defineResource, joined } from "./resource.server.ts";

export const remarks = defineResource({
  path: "remarks",
  kind: "remark",
  page: (slug, { round, unit }) => `/hai-long/${round.slug}/loi-gop-y?don-vi=${unit.slug}#${slug}`,
  fields: ["round", "authority", "unit", "question", "text", "language", "shortened", "year", "tags"],
  notes: {
    round: "Survey round. When in it the remark was written is not told.",
    text: "What somebody wrote on an answer sheet, as it was approved. Marks in square brackets stand for words that were left out.",
    shortened: "True where words were left out.",
    year: "Year in which the round ended.",
    tags: "What it is about: factors and criteria of the round's questionnaire; codes that begin with ~ are the authority's own.",
  },
  filters: { round: "category", unit: "unit", authority: "authority", tag: "tag", year: "year" },
  rows: (content) => [content],
  columns: [
    ["slug", (_, { slug }) => slug],
    ["round", ({ round }) => round.slug],
    ["authority", ({ authority }) => authority.slug],
    ["unit", ({ unit }) => unit.slug],
    ["question", ({ question }) => question.code],
    ["text", ({ text }) => text],
    ["language", ({ language }) => language],
    ["shortened", ({ shortened }) => shortened],
    ["year", ({ year }) => year],
    ["tags", ({ tags }) => joined(tags.map(({ code }) => code))],
    ["url", (_, { url }) => url],
  ],
});
