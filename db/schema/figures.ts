import { bigserial, date, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { dayScopes } from "#app/domain/feedback/vocabulary.ts";
import { publicKinds } from "#app/domain/publishing/vocabulary.ts";

/**
 * The public figures of the cases that came on one day: of all, of a unit with all below it, of a procedure. Written by
 * the fold job only; a day stands in `case_day_changes` for as long as what is here may not hold any more.
 */
export const caseDays = pgTable(
  "case_days",
  {
    scope: text({ enum: dayScopes }).notNull(),
    /** Id of the unit or procedure; empty for all. */
    scopeId: text().notNull(),
    day: date({ mode: "string" }).notNull(),
    received: integer().notNull(),
    /** Answered by the due day, and after it. */
    onTime: integer().notNull(),
    late: integer().notNull(),
    /** How many senders gave one star, two, … five. */
    stars: integer().array().notNull(),
    /** Working days from receipt to answer, and how many cases took so many: pairs, one after the other. */
    waits: integer().array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.scopeId, table.day] })],
);

/** Days of receipt of which a case changed since they were folded. Rows are only added and taken away: no act waits for another. */
export const caseDayChanges = pgTable(
  "case_day_changes",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    day: date({ mode: "string" }).notNull(),
  },
  (table) => [index("case_day_changes_day").on(table.day)],
);

/**
 * How many public copies there are of each kind and combination of facets: their sum is the truth at every moment. Triggers
 * on `public_copies` add rows (also negative ones), the fold job puts them together.
 */
export const publicCounts = pgTable(
  "public_counts",
  {
    kind: text({ enum: publicKinds }).notNull(),
    unitSlug: text(),
    authoritySlug: text(),
    field: text(),
    category: text(),
    audience: text(),
    facet: text(),
    n: integer().notNull(),
  },
  (table) => [index("public_counts_kind").on(table.kind)],
);
