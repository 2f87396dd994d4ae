import { defineResource, joined } from "./resource.server.ts";

export const news = defineResource({
  path: "news",
  kind: "news",
  page: (slug) => `/tin-tuc/${slug}`,
  fields: ["title", "summary", "body", "category", "unit", "audience", "publishedOn", "procedures", "sources"],
  notes: { body: "Markdown.", sources: "Documents the text rests on." },
  filters: { unit: "unit", category: "category", audience: "audience", year: "year" },
  rows: (content) => [content],
  columns: [
    ["slug", (_, { slug }) => slug],
    ["title_vi", ({ title }) => title.vi],
    ["title_en", ({ title }) => title.en],
    ["summary_vi", ({ summary }) => summary.vi],
    ["summary_en", ({ summary }) => summary.en],
    ["category", ({ category }) => category.slug],
    ["unit", ({ unit }) => unit?.slug],
    ["audience", ({ audience }) => audience],
    ["published_on", ({ publishedOn }) => publishedOn],
    ["procedures", ({ procedures }) => joined(procedures.map(({ slug }) => slug))],
    ["url", (_, { url }) => url],
  ],
});
