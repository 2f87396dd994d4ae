import { defineResource } from "./resource.server.ts";

export const channels = defineResource({
  path: "channels",
  kind: "channel",
  page: () => "/kenh-tiep-nhan",
  fields: ["code", "type", "name", "value", "owner", "province", "hours", "purpose", "acceptsFeedback"],
  notes: { value: "Address or number.", owner: "The unit that receives what is sent there." },
  filters: { unit: "unit", category: "category" },
  rows: (content) => [content],
  columns: [
    ["code", ({ code }) => code],
    ["type", ({ type }) => type],
    ["name_vi", ({ name }) => name.vi],
    ["name_en", ({ name }) => name.en],
    ["value", ({ value }) => value],
    ["owner", ({ owner }) => owner?.slug],
    ["province", ({ province }) => province],
    ["hours", ({ hours }) => hours],
    ["purpose_vi", ({ purpose }) => purpose?.vi],
    ["accepts_feedback", ({ acceptsFeedback }) => acceptsFeedback],
    ["url", (_, { url }) => url],
  ],
});
