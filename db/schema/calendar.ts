import { sql } from "drizzle-orm";
import { date, index, integer, jsonb, pgTable, primaryKey, serial, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { caseKinds } from "#app/domain/feedback/vocabulary.ts";
import { clockOutcomes, clockSteps, dayCounts, dayKinds, type DueChange, warningKinds } from "#app/domain/calendar/vocabulary.ts";
import { createdAt, id, instant } from "./columns.ts";
import { cases } from "./feedback.ts";
import { officials } from "./people.ts";
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
    /** 0–23: what comes at or after this hour of a working day counts as received on the next; null: none. */
    cutOffHour: smallint(),
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
    /** Every change of the due day, oldest first; none of them is ever taken out. */
    changes: jsonb().$type<DueChange[]>().notNull().default([]),
    stoppedAt: instant(),
    stoppedOn: date({ mode: "string" }),
    outcome: text({ enum: clockOutcomes }),
    createdAt: createdAt(),
  },
  (table) => [
    index("clocks_case").on(table.caseId),
    index("clocks_due").on(table.dueOn),
    index("clocks_running")
      .on(table.dueOn, table.caseId)
      .where(sql`${table.stoppedOn} is null`),
    index("clocks_open")
      .on(table.id)
      .where(sql`${table.stoppedOn} is null`),
  ],
);

/**
 * Who was warned of which clock at which threshold. `threshold_on` is the day the count began for `half` and `most`, the
 * due day for `day_before`, and the day itself for `overdue`: so each is said once, and again only of a new time.
 */
export const clockWarnings = pgTable(
  "clock_warnings",
  {
    id: id(),
    clockId: uuid()
      .notNull()
      .references(() => clocks.id, { onDelete: "cascade" }),
    kind: text({ enum: warningKinds }).notNull(),
    thresholdOn: date({ mode: "string" }).notNull(),
    officialId: uuid()
      .notNull()
      .references(() => officials.id, { onDelete: "cascade" }),
    decidedOn: date({ mode: "string" }).notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    unique("clock_warnings_once").on(table.clockId, table.kind, table.thresholdOn, table.officialId),
    index("clock_warnings_official").on(table.officialId, table.decidedOn),
  ],
);

/** One mail with all warnings of a day for an official. */
export const warningDigests = pgTable(
  "warning_digests",
  {
    officialId: uuid()
      .notNull()
      .references(() => officials.id, { onDelete: "cascade" }),
    day: date({ mode: "string" }).notNull(),
    warnings: integer().notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.officialId, table.day] })],
);

/** Days whose warnings were all decided: what is asked again that day has nothing left to do. */
export const warningRuns = pgTable("warning_runs", {
  day: date({ mode: "string" }).primaryKey(),
  createdAt: createdAt(),
});

/** The secret address under which a calendar program reads an official's deadlines. Only the token's hash is kept. */
export const deadlineFeeds = pgTable("deadline_feeds", {
  officialId: uuid()
    .primaryKey()
    .references(() => officials.id, { onDelete: "cascade" }),
  /** SHA-256, hex. */
  tokenHash: text().notNull().unique(),
  /** The day it was last read; not the hour: nobody's habits are kept. */
  lastReadOn: date({ mode: "string" }),
  createdAt: createdAt(),
});
