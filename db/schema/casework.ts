import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { proposalKinds, proposalStates, refusalReasons, templateKinds } from "#app/domain/feedback/vocabulary.ts";
import { createdAt, id, instant } from "./columns.ts";
import { cases } from "./feedback.ts";
import { officials } from "./people.ts";

/**
 * What one official asks and another must decide: a second request for more, a refusal, a later due day. At most one
 * waits per case; it lapses when the case goes on without it.
 */
export const caseProposals = pgTable(
  "case_proposals",
  {
    id: id(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    kind: text({ enum: proposalKinds }).notNull(),
    state: text({ enum: proposalStates }).notNull().default("pending"),
    /** The request or explanation to the sender, or the reason for a later day. */
    body: text().notNull(),
    refusalReason: text({ enum: refusalReasons }),
    /** The new due day asked for. */
    toDay: date({ mode: "string" }),
    proposedById: uuid()
      .notNull()
      .references(() => officials.id),
    decidedById: uuid().references(() => officials.id),
    decidedAt: instant(),
    /** Why it was declined. */
    comment: text(),
    createdAt: createdAt(),
  },
  (table) => [
    index("case_proposals_case").on(table.caseId),
    uniqueIndex("case_proposals_one_pending")
      .on(table.caseId)
      .where(sql`${table.state} = 'pending'`),
    check("case_proposals_four_eyes", sql`${table.decidedById} is null or ${table.decidedById} <> ${table.proposedById}`),
  ],
);

/** Officials a case complains of: they never see it (domain.md 7.5). */
export const caseNamedOfficials = pgTable(
  "case_named_officials",
  {
    caseId: uuid()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    officialId: uuid()
      .notNull()
      .references(() => officials.id),
    namedById: uuid()
      .notNull()
      .references(() => officials.id),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.officialId] }), index("case_named_officials_official").on(table.officialId)],
);

/** Texts officials start from; `{{fields}}` are filled in when one is used. */
export const replyTemplates = pgTable("reply_templates", {
  id: id(),
  kind: text({ enum: templateKinds }).notNull(),
  title: text().notNull(),
  body: text().notNull(),
  active: boolean().notNull().default(true),
  revision: integer().notNull().default(1),
  updatedById: uuid()
    .notNull()
    .references(() => officials.id),
  updatedAt: instant().notNull().defaultNow(),
  createdAt: createdAt(),
});

/** How often similar published answers were shown before sending, and what came of it. Numbers of a day; no text, no person. */
export const similarDays = pgTable(
  "similar_days",
  {
    day: date({ mode: "string" }).primaryKey(),
    shown: integer().notNull().default(0),
    resolved: integer().notNull().default(0),
    sentAnyway: integer().notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [check("similar_days_counted", sql`${table.shown} >= 0 and ${table.resolved} >= 0 and ${table.sentAnyway} >= 0`)],
);
