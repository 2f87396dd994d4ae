import { bigint, date, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { auditSubjects } from "#app/domain/audit/vocabulary.ts";
import { createdAt, instant } from "./columns.ts";

/** Append-only, each event hashed over the one before it; a trigger refuses update and delete. */
export const auditEvents = pgTable(
  "audit_events",
  {
    seq: bigint({ mode: "number" }).primaryKey(),
    at: instant().notNull(),
    /** Null: the portal itself or a visitor; which one is in `actor`. */
    officialId: uuid(),
    actor: text({ enum: ["official", "sender", "portal"] }).notNull(),
    act: text().notNull(),
    subject: text({ enum: auditSubjects }).notNull(),
    subjectId: text().notNull(),
    /** Facts of the act: from, to, reason. Never an identity, never a body. */
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [index("audit_events_subject").on(table.subject, table.subjectId, table.seq)],
);

/** One row: the end of the chain. Locked while an event is written, so the chain never forks. */
export const auditHead = pgTable("audit_head", {
  id: integer().primaryKey(),
  seq: bigint({ mode: "number" }).notNull(),
  hash: text().notNull(),
});

export const auditDigests = pgTable("audit_digests", {
  day: date({ mode: "string" }).primaryKey(),
  seq: bigint({ mode: "number" }).notNull(),
  events: integer().notNull(),
  hash: text().notNull(),
  createdAt: createdAt(),
});
