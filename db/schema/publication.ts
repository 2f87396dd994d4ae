import { boolean, check, date, index, integer, jsonb, pgTable, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { type Box, type KeptInDocument, personalDataKinds } from "#app/domain/publishing/vocabulary.ts";
import { createdAt, id, instant } from "./columns.ts";
import { cases, replies } from "./feedback.ts";
import { officials } from "./people.ts";

/** The texts for everybody, as a publisher edited them. The approved answer and the sender's words stay as they are. */
export const publicDrafts = pgTable("public_drafts", {
  replyId: uuid()
    .primaryKey()
    .references(() => replies.id, { onDelete: "cascade" }),
  title: text().notNull(),
  question: text().notNull(),
  answer: text().notNull(),
  legalBasis: text().notNull().default(""),
  place: text().notNull().default(""),
  revision: integer().notNull().default(1),
  editedById: uuid()
    .notNull()
    .references(() => officials.id),
  updatedAt: instant().notNull().defaultNow(),
  createdAt: createdAt(),
});

/** What looks like personal data and stays in the public texts all the same, with the reason. */
export const keptFindings = pgTable(
  "kept_findings",
  {
    id: id(),
    replyId: uuid()
      .notNull()
      .references(() => replies.id, { onDelete: "cascade" }),
    kind: text({ enum: personalDataKinds }).notNull(),
    text: text().notNull(),
    reason: text().notNull(),
    officialId: uuid()
      .notNull()
      .references(() => officials.id),
    createdAt: createdAt(),
  },
  (table) => [unique("kept_findings_once").on(table.replyId, table.kind, table.text)],
);

/** PDF documents that belong to an answer. Private; what becomes public is a rendition of images, never the file itself. */
export const answerDocuments = pgTable(
  "answer_documents",
  {
    id: id(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    /** The answer it belongs to, as `replies.round` counts. */
    round: integer().notNull().default(1),
    /** False: for the office alone. Else the sender may open the file once that answer is given. */
    forSender: boolean().notNull().default(true),
    /** How everybody will see it named. */
    title: text().notNull(),
    fileName: text().notNull(),
    bytes: integer().notNull(),
    sha256: text().notNull(),
    storageKey: text().notNull(),
    /** Null when it could not be read: then it stays private, and `problem` is the code of why. */
    pages: smallint(),
    problem: text(),
    /** What goes: rectangles in percent of the page. */
    boxes: jsonb().$type<Box[]>().notNull().default([]),
    /** What the detector found and stays, with the reason. */
    kept: jsonb().$type<KeptInDocument[]>().notNull().default([]),
    revision: integer().notNull().default(1),
    renditionKey: text(),
    renditionBytes: integer(),
    redactedById: uuid().references(() => officials.id),
    redactedAt: instant(),
    /** Set only by the publish gateway; of the rendition. */
    publicKey: text().unique(),
    uploadedById: uuid()
      .notNull()
      .references(() => officials.id),
    createdAt: createdAt(),
  },
  (table) => [
    index("answer_documents_case").on(table.caseId),
    check("answer_documents_only_rendition_public", sql`${table.publicKey} is null or ${table.renditionKey} is not null`),
  ],
);

/** The monthly look at what is not public or was rated worst: one per case and month. */
export const caseReviews = pgTable(
  "case_reviews",
  {
    id: id(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    /** First day of the month. */
    month: date({ mode: "string" }).notNull(),
    verdict: text({ enum: ["keep", "show"] }).notNull(),
    reason: text().notNull(),
    officialId: uuid()
      .notNull()
      .references(() => officials.id),
    createdAt: createdAt(),
  },
  (table) => [unique("case_reviews_once").on(table.caseId, table.month), index("case_reviews_month").on(table.month)],
);
