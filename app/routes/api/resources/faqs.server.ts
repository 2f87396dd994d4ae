import { defineResource, joined } from "./resource.server.ts";

export const faqs = defineResource({
  path: "faqs",
  kind: "faq",
  page: (slug) => `/hoi-dap#${slug}`,
  fields: ["question", "answer", "category", "unit", "audience", "procedures"],
  notes: { answer: "Markdown." },
  filters: { unit: "unit", category: "category", audience: "audience" },
  rows: (content) => [content],
  columns: [
    ["slug", (_, { slug }) => slug],
    ["question_vi", ({ question }) => question.vi],
    ["question_en", ({ question }) => question.en],
    ["answer_vi", ({ answer }) => answer.vi],
    ["answer_en", ({ answer }) => answer.en],
    ["category", ({ category }) => category.slug],
    ["unit", ({ unit }) => unit?.slug],
    ["audience", ({ audience }) => audience],
    ["procedures", ({ procedures }) => joined(procedures.map(({ slug }) => slug))],
    ["url", (_, { url }) => url],
  ],
});
