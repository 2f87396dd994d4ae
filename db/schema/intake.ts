import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { caseKinds } from "#app/domain/feedback/vocabulary.ts";
import { type ImportTarget, importStates, linkKinds } from "#app/domain/intake/vocabulary.ts";
import { bytes, createdAt, id, instant } from "./columns.ts";
import { cases } from "./feedback.ts";
import { officials } from "./people.ts";

/** Where lists come from, and what their columns mean there. */
export const importSources = pgTable("import_sources", {
  id: id(),
  name: text().notNull(),
  /** The name folded: one source is not two by its capitals. */
  nameFolded: text().notNull().unique(),
  /** By the column's heading, folded. */
  mapping: jsonb().$type<Record<string, ImportTarget>>().notNull(),
  defaultKind: text({ enum: caseKinds }).notNull(),
  updatedById: uuid()
    .notNull()
    .references(() => officials.id),
  updatedAt: instant().notNull(),
  createdAt: createdAt(),
});

/** A list that was brought in. The file is not kept: its hash and counts are. */
export const caseImports = pgTable(
  "case_imports",
  {
    id: id(),
    sourceId: uuid()
      .notNull()
      .references(() => importSources.id),
    state: text({ enum: importStates }).notNull().default("draft"),
    fileSha256: text().notNull(),
    /** Rows of the file beneath its headings. */
    rows: integer().notNull(),
    made: integer().notNull().default(0),
    /** Were there already, by source and number. */
    known: integer().notNull().default(0),
    wrong: integer().notNull().default(0),
    /** The rows read; after the import the wrong ones. Sealed, and null as soon as nobody needs them. */
    sealedRows: bytes(),
    keyId: text(),
    mapping: jsonb().$type<(ImportTarget | null)[]>().notNull(),
    defaultKind: text({ enum: caseKinds }).notNull(),
    importedById: uuid()
      .notNull()
      .references(() => officials.id),
    finishedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [index("case_imports_official").on(table.importedById, table.createdAt), index("case_imports_kept").on(table.createdAt)],
);

/** Two cases that belong together, as an official said. */
export const caseLinks = pgTable(
  "case_links",
  {
    id: id(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    /** The lead case of a duplicate. */
    otherId: uuid()
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    kind: text({ enum: linkKinds }).notNull(),
    linkedById: uuid()
      .notNull()
      .references(() => officials.id),
    undoneById: uuid().references(() => officials.id),
    undoneAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [
    index("case_links_other").on(table.otherId),
    uniqueIndex("case_links_once")
      .on(table.caseId, table.otherId)
      .where(sql`${table.undoneAt} is null`),
  ],
);
