import { boolean, date, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { articleStates, audiences } from "#app/domain/content/vocabulary.ts";
import { createdAt, id, instant } from "./columns.ts";
import { officials } from "./people.ts";
import { units } from "./units.ts";

export const categories = pgTable("categories", {
  slug: text().primaryKey(),
  nameVi: text().notNull(),
  nameEn: text().notNull(),
  createdAt: createdAt(),
});

export const articles = pgTable(
  "articles",
  {
    id: id(),
    slug: text().notNull().unique(),
    state: text({ enum: articleStates }).notNull(),
    titleVi: text().notNull(),
    titleEn: text(),
    summaryVi: text().notNull(),
    summaryEn: text(),
    /** Markdown. */
    bodyVi: text().notNull(),
    bodyEn: text(),
    categorySlug: text()
      .notNull()
      .references(() => categories.slug),
    unitId: uuid().references(() => units.id),
    audience: text({ enum: audiences }).notNull(),
    procedureCodes: text().array().notNull().default([]),
    sources: jsonb().$type<{ document: string | null; label: string; where: string | null }[]>().notNull().default([]),
    publishOn: date({ mode: "string" }),
    authorId: uuid().references(() => officials.id),
    approvedById: uuid().references(() => officials.id),
    revision: integer().notNull().default(1),
    updatedAt: instant().notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (table) => [index("articles_state").on(table.state, table.publishOn)],
);

export const legalDocuments = pgTable("legal_documents", {
  id: id(),
  slug: text().notNull().unique(),
  number: text(),
  type: text().notNull(),
  typeEn: text(),
  issuedOn: date({ mode: "string" }),
  issuer: text().notNull(),
  issuerUnitId: uuid().references(() => units.id),
  /** The document's own title, “trích yếu”. */
  subjectVi: text().notNull(),
  subjectEn: text(),
  /** What it says, in a sentence. */
  abstractVi: text(),
  abstractEn: text(),
  noteVi: text(),
  noteEn: text(),
  publishedOn: date({ mode: "string" }),
  inForceFrom: date({ mode: "string" }),
  inForceTo: date({ mode: "string" }),
  createdAt: createdAt(),
});

export const faqs = pgTable("faqs", {
  id: id(),
  slug: text().notNull().unique(),
  questionVi: text().notNull(),
  questionEn: text(),
  answerVi: text().notNull(),
  answerEn: text(),
  categorySlug: text()
    .notNull()
    .references(() => categories.slug),
  unitId: uuid().references(() => units.id),
  audience: text({ enum: audiences }).notNull(),
  procedureCodes: text().array().notNull().default([]),
  createdAt: createdAt(),
});

export const intakeChannels = pgTable("intake_channels", {
  id: id(),
  code: text().notNull().unique(),
  type: text().notNull(),
  nameVi: text().notNull(),
  nameEn: text().notNull(),
  value: text(),
  ownerUnitId: uuid().references(() => units.id),
  province: text(),
  purposeVi: text(),
  purposeEn: text(),
  hours: text(),
  acceptsFeedback: boolean().notNull(),
  createdAt: createdAt(),
});
