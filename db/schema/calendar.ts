import { date, index, integer, jsonb, pgTable, serial, text, uuid } from "drizzle-orm/pg-core";
import { caseKinds } from "#app/domain/feedback/vocabulary.ts";
import { clockOutcomes, clockSteps, dayCounts, dayKinds } from "#app/domain/calendar/vocabulary.ts";
import { createdAt, id, instant } from "./columns.ts";
import { cases } from "./feedback.ts";
import { units } from "./units.ts";

/** A calendar is never changed: a new holiday makes a new version, and each clock names the one it used. */
export const calendarVersions = pgTable("calendar_versions", {
  id: serial().primaryKey(),
  note: text().notNull(),
  createdBy: uuid(),
  createdAt: createdAt(),
});

export const calendarDays = pgTable(
  "calendar_days",
  {
    id: id(),
    versionId: integer()
      .notNull()
      .references(() => calendarVersions.id),
    day: date({ mode: "string" }).notNull(),
    kind: text({ enum: dayKinds }).notNull(),
    nameVi: text().notNull(),
    nameEn: text().notNull(),
    source: text().notNull(),
    /** A regional day holds for this unit and all below it; null is the whole country. */
    unitId: uuid().references(() => units.id),
  },
  (table) => [index("calendar_days_version").on(table.versionId, table.day)],
);

export const deadlineRules = pgTable(
  "deadline_rules",
  {
    id: id(),
    code: text().notNull(),
    version: integer().notNull(),
    caseKind: text({ enum: caseKinds }).notNull(),
    step: text({ enum: clockSteps }).notNull(),
    amount: integer().notNull(),
    count: text({ enum: dayCounts }).notNull(),
    fromEvent: text().notNull(),
    /** Longest total the step may be extended to, in the same count; null: no extension. */
    ceiling: integer(),
    basis: text().notNull(),
    validFrom: date({ mode: "string" }).notNull(),
    validTo: date({ mode: "string" }),
    unitId: uuid().references(() => units.id),
    createdAt: createdAt(),
  },
  (table) => [index("deadline_rules_kind").on(table.caseKind, table.step)],
);

/** One row per step of a case. */
export const clocks = pgTable(
  "clocks",
  {
    id: id(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id),
    step: text({ enum: clockSteps }).notNull(),
    ruleId: uuid()
      .notNull()
      .references(() => deadlineRules.id),
    calendarVersionId: integer()
      .notNull()
      .references(() => calendarVersions.id),
    startedOn: date({ mode: "string" }).notNull(),
    dueOn: date({ mode: "string" }).notNull(),
    /** The first due day, kept when the clock is extended or restarted. */
    originalDueOn: date({ mode: "string" }).notNull(),
    /** `[{ from, to | null, reason }]`, civil days. */
    pauses: jsonb().$type<{ from: string; to: string | null; reason: string }[]>().notNull().default([]),
    stoppedAt: instant(),
    stoppedOn: date({ mode: "string" }),
    outcome: text({ enum: clockOutcomes }),
    createdAt: createdAt(),
  },
  (table) => [index("clocks_case").on(table.caseId), index("clocks_due").on(table.dueOn)],
);
