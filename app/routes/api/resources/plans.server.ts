import { defineResource, joined } from "./resource.server.ts";

export const plans = defineResource({
  path: "plans",
  kind: "plan",
  page: (slug) => `/ke-hoach/${slug}`,
  fields: ["title", "number", "issuedOn", "issuer", "year", "type", "budget", "goals", "tasks", "assignments"],
  notes: { tasks: "What is to be done, by whom, until when, and how far it is.", assignments: "What the plan tells each unit to do." },
  filters: { unit: "unit", authority: "authority", year: "facet" },
  rows: (plan) => plan.tasks.map((task) => ({ plan, task })),
  columns: [
    ["plan", (_, { slug }) => slug],
    ["plan_title", ({ plan }) => plan.title.vi],
    ["plan_number", ({ plan }) => plan.number],
    ["issuer", ({ plan }) => plan.issuer.slug],
    ["year", ({ plan }) => plan.year],
    ["task_code", ({ task }) => task.code],
    ["section", ({ task }) => task.sectionTitle?.vi ?? task.section],
    ["task", ({ task }) => task.task],
    ["output", ({ task }) => task.output],
    ["timing", ({ task }) => task.timing],
    ["deadline", ({ task }) => task.deadline],
    ["lead", ({ task }) => task.lead?.slug],
    ["cooperating", ({ task }) => joined(task.cooperating)],
    ["state", ({ task }) => task.state],
    ["evidence", ({ task }) => task.evidence],
    ["url", (_, { url }) => url],
  ],
});
