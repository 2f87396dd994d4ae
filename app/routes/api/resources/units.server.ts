import { defineResource, joined } from "./resource.server.ts";

export const units = defineResource({
  path: "units",
  kind: "unit",
  page: (slug) => `/don-vi/${slug}`,
  fields: ["name", "shortName", "kind", "external", "parent", "authority", "province", "responsibilities", "inForce", "names", "predecessors", "successors"],
  notes: {
    external: "True for a body the portal only points to; it receives nothing here.",
    authority: "The root unit this one belongs to; null for the root itself.",
    inForce: "False for a unit that was merged, split or dissolved.",
    names: "What it was called, and when.",
    predecessors: "Units whose work it took over.",
    successors: "Units that took over its work.",
  },
  filters: { authority: "authority", category: "category" },
  rows: (content) => [content],
  columns: [
    ["slug", (_, { slug }) => slug],
    ["name_vi", ({ name }) => name.vi],
    ["name_en", ({ name }) => name.en],
    ["short_name", ({ shortName }) => shortName],
    ["kind", ({ kind }) => kind],
    ["parent", ({ parent }) => parent?.slug],
    ["authority", ({ authority }) => authority?.slug],
    ["province", ({ province }) => province],
    ["external", ({ external }) => external],
    ["in_force", ({ inForce }) => inForce],
    ["predecessors", ({ predecessors }) => joined(predecessors.map(({ slug }) => slug))],
    ["successors", ({ successors }) => joined(successors.map(({ slug }) => slug))],
    ["url", (_, { url }) => url],
  ],
});
