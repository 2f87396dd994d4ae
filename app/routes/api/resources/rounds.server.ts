import { defineResource, joined } from "./resource.server.ts";

export const rounds = defineResource({
  path: "rounds",
  kind: "round",
  page: (slug) => `/khao-sat/${slug}`,
  fields: ["title", "state", "authority", "opensOn", "closesOn", "target", "modes", "units", "questionnaire"],
  notes: {
    target: "Percent satisfied the authority set itself.",
    modes: "Ways of answering: open_link, desk_slip, sample, paper, kiosk.",
    units: "Units that are rated.",
    questionnaire: "Code and version; versions never change once used.",
  },
  filters: { authority: "authority", state: "facet", category: "category", year: "year" },
  rows: (content) => [content],
  columns: [
    ["slug", (_, { slug }) => slug],
    ["title_vi", ({ title }) => title.vi],
    ["title_en", ({ title }) => title.en],
    ["state", ({ state }) => state],
    ["authority", ({ authority }) => authority.slug],
    ["opens_on", ({ opensOn }) => opensOn],
    ["closes_on", ({ closesOn }) => closesOn],
    ["target", ({ target }) => target],
    ["modes", ({ modes }) => joined(modes)],
    ["units", ({ units }) => joined(units.map(({ slug }) => slug))],
    ["questionnaire", ({ questionnaire }) => questionnaire.code],
    ["questionnaire_version", ({ questionnaire }) => questionnaire.version],
    ["url", (_, { url }) => url],
  ],
});
