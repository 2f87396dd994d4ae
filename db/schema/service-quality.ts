import { sql } from "drizzle-orm";
import { check, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { ruleKinds, scoreStates } from "#app/domain/service-quality/vocabulary.ts";
import { createdAt, id, instant } from "./columns.ts";
import { officials } from "./people.ts";
import { units, unitVersions } from "./units.ts";

/** What is scored and how, as versions that never change (a trigger holds it): `domain/service-quality/rules-schema.ts`. */
export const serviceRules = pgTable(
  "service_rules",
  {
    id: id(),
    kind: text({ enum: ruleKinds }).notNull(),
    version: integer().notNull(),
    content: jsonb().$type<Record<string, unknown>>().notNull(),
    /** First day it holds for; the newest version of a day wins. */
    validFrom: date({ mode: "string" }).notNull(),
    note: text().notNull(),
    addedById: uuid().references(() => officials.id),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("service_rules_number").on(table.kind, table.version)],
);

/** The score sheet of a unit for a quarter (Decree 61/2018, article 31). */
export const scoreSheets = pgTable(
  "score_sheets",
  {
    id: id(),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    unitVersionId: uuid()
      .notNull()
      .references(() => unitVersions.id),
    /** `2026-Q3`. */
    quarter: text().notNull(),
    rulesId: uuid()
      .notNull()
      .references(() => serviceRules.id),
    state: text({ enum: scoreStates }).notNull().default("draft"),
    /** One line for each indicator: `ScoreLine` of domain/service-quality/score-line.ts. */
    lines: jsonb().$type<Record<string, unknown>[]>().notNull(),
    /** Rises with every change: who changes an older one is told. */
    revision: integer().notNull().default(1),
    openedById: uuid()
      .notNull()
      .references(() => officials.id),
    selfScoredById: uuid().references(() => officials.id),
    selfScoredAt: instant(),
    appraisedById: uuid().references(() => officials.id),
    appraisedAt: instant(),
    publishedById: uuid().references(() => officials.id),
    publishedAt: instant(),
    /** Why a published sheet was taken up again; told with the next version. */
    correction: text(),
    updatedAt: instant().notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("score_sheets_quarter").on(table.unitId, table.quarter),
    check("score_sheets_four_eyes", sql`${table.selfScoredById} <> ${table.appraisedById} and ${table.selfScoredById} <> ${table.publishedById}`),
  ],
);

/** Dossiers handled in a month or quarter, by how they kept to their time: brought from the one-stop software. */
export const dossierCounts = pgTable(
  "dossier_counts",
  {
    id: id(),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    /** `2026-08` or `2026-Q3`. */
    period: text().notNull(),
    /** Code of the indicator they are for. */
    indicator: text().notNull(),
    sooner: integer().notNull(),
    onTime: integer().notNull(),
    late: integer().notNull(),
    /** Where the numbers come from, in the importer's words. */
    source: text().notNull(),
    importedOn: date({ mode: "string" }).notNull(),
    importedById: uuid()
      .notNull()
      .references(() => officials.id),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("dossier_counts_period").on(table.unitId, table.period, table.indicator),
    check("dossier_counts_whole", sql`${table.sooner} >= 0 and ${table.onTime} >= 0 and ${table.late} >= 0`),
  ],
);

/** A sub-index of Decision 766 that the portal cannot work out, as an official entered it. */
export const monthValues = pgTable(
  "month_values",
  {
    id: id(),
    authorityId: uuid()
      .notNull()
      .references(() => units.id),
    /** `2026-10`. */
    month: text().notNull(),
    code: text().notNull(),
    numerator: integer().notNull(),
    denominator: integer().notNull(),
    source: text().notNull(),
    enteredOn: date({ mode: "string" }).notNull(),
    enteredById: uuid()
      .notNull()
      .references(() => officials.id),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("month_values_code").on(table.authorityId, table.month, table.code),
    check("month_values_share", sql`0 <= ${table.numerator} and ${table.numerator} <= ${table.denominator}`),
  ],
);

/**
 * A month of an authority as it was counted once it was over: append-only. The figures follow from `snapshot` and the rules alone.
 * A new version keeps what the portal counted and takes in what was entered since.
 */
export const serviceMonths = pgTable(
  "service_months",
  {
    id: id(),
    authorityId: uuid()
      .notNull()
      .references(() => units.id),
    month: text().notNull(),
    version: integer().notNull(),
    rulesId: uuid()
      .notNull()
      .references(() => serviceRules.id),
    /** `MonthSnapshot` of domain/service-quality/month-snapshot.ts. */
    snapshot: jsonb().$type<Record<string, unknown>>().notNull(),
    /** SHA-256 of the figures as JSON, hex. */
    figuresSha256: text().notNull(),
    note: text(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("service_months_version").on(table.authorityId, table.month, table.version), index("service_months_month").on(table.month)],
);
