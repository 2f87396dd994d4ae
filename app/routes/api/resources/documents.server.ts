import { defineResource } from "./resource.server.ts";

export const documents = defineResource({
  path: "documents",
  kind: "document",
  page: (slug) => `/van-ban/${slug}`,
  fields: ["number", "type", "subject", "issuedOn", "issuer", "issuerUnit", "abstract", "note", "publishedOn", "lagDays", "inForceFrom", "inForceTo"],
  notes: { lagDays: "Days from issue to publication here; null where either day is not known.", note: "What a reader should know about the record." },
  filters: { unit: "unit", category: "category", year: "facet" },
  rows: (content) => [content],
  columns: [
    ["slug", (_, { slug }) => slug],
    ["number", ({ number }) => number],
    ["type", ({ type }) => type.vi],
    ["subject_vi", ({ subject }) => subject.vi],
    ["subject_en", ({ subject }) => subject.en],
    ["issued_on", ({ issuedOn }) => issuedOn],
    ["issuer", ({ issuer }) => issuer],
    ["published_on", ({ publishedOn }) => publishedOn],
    ["lag_days", ({ lagDays }) => lagDays],
    ["in_force_from", ({ inForceFrom }) => inForceFrom],
    ["in_force_to", ({ inForceTo }) => inForceTo],
    ["url", (_, { url }) => url],
  ],
});
