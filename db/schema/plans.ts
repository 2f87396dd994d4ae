import { boolean, date, index, integer, jsonb, numeric, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns.ts";
import { units } from "./units.ts";

export const plans = pgTable("plans", {
  id: id(),
  slug: text().notNull().unique(),
  number: text(),
  issuedOn: date({ mode: "string" }),
  issuerUnitId: uuid()
    .notNull()
    .references(() => units.id),
  titleVi: text().notNull(),
  titleEn: text(),
  year: integer().notNull(),
  /** Goals, assignments, signer, budget as printed. */
  record: jsonb().$type<Record<string, unknown>>().notNull(),
  createdAt: createdAt(),
});

export const planTaskStates = ["not_started", "in_progress", "done", "late", "not_done"] as const;

export const planTasks = pgTable(
  "plan_tasks",
  {
    id: id(),
    planId: uuid()
      .notNull()
      .references(() => plans.id),
    code: text().notNull().unique(),
    ordinal: integer().notNull(),
    section: text(),
    sectionTitle: text(),
    sectionTitleEn: text(),
    forms: text().array().notNull().default([]),
    task: text().notNull(),
    output: text(),
    timing: text(),
    deadline: date({ mode: "string" }),
    leadUnitId: uuid().references(() => units.id),
    cooperating: text().array().notNull().default([]),
    state: text({ enum: planTaskStates }).notNull().default("not_started"),
    evidence: text(),
    updatedAt: instant().notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (table) => [index("plan_tasks_plan").on(table.planId, table.ordinal)],
);

export const indices = pgTable("indices", {
  id: id(),
  code: text().notNull().unique(),
  slug: text().notNull().unique(),
  nameVi: text().notNull(),
  nameEn: text().notNull(),
  publisher: text(),
  publisherEn: text(),
  descriptionVi: text(),
  descriptionEn: text(),
  scope: text(),
  scopeEn: text(),
  createdAt: createdAt(),
});

export const indexValues = pgTable(
  "index_values",
  {
    id: id(),
    indexId: uuid()
      .notNull()
      .references(() => indices.id),
    scope: text().notNull(),
    scopeEn: text(),
    year: integer().notNull(),
    value: numeric({ mode: "number" }),
    rank: integer(),
    of: integer(),
    unit: text(),
    target: numeric({ mode: "number" }),
    /** A new method starts here: the line is broken before this year. */
    breakBefore: boolean().notNull().default(false),
    basis: text(),
    basisEn: text(),
    provisional: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("index_values_once").on(table.indexId, table.scope, table.year)],
);
