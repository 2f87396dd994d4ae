import { sql } from "drizzle-orm";
import { date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { publicKinds } from "#app/domain/publishing/vocabulary.ts";
import { createdAt, instant, tsvector } from "./columns.ts";
import { officials } from "./people.ts";

/**
 * What the public may read, and nothing else is public. Written only by the publish gateway
 * (domain/publishing); pages, feeds, API, search and caches read only this.
 */
export const publicCopies = pgTable(
  "public_copies",
  {
    kind: text({ enum: publicKinds }).notNull(),
    slug: text().notNull(),
    subjectId: uuid().notNull(),
    version: integer().notNull().default(1),
    /** Shape by kind: domain/publishing/contents.ts. */
    content: jsonb().$type<Record<string, unknown>>().notNull(),
    titleVi: text().notNull(),
    titleEn: text(),
    /** Facets of the lists. */
    unitSlug: text(),
    authoritySlug: text(),
    procedureSlug: text(),
    field: text(),
    category: text(),
    audience: text(),
    facet: text(),
    /** Order of lists: publication day for news and cases, issue day for documents. */
    sortDay: date({ mode: "string" }).notNull(),
    /** Folded (no diacritics, lower case). */
    titleFolded: text().notNull(),
    searchFolded: text().notNull(),
    search: tsvector().generatedAlwaysAs(
      sql`setweight(to_tsvector('simple', title_folded), 'A') || setweight(to_tsvector('simple', search_folded), 'B')`,
    ),
    approvedById: uuid().references(() => officials.id),
    publishedAt: instant().notNull(),
    hiddenAt: instant(),
    hideReason: text(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.slug] }),
    // `desc` as a query means it, nulls first: else no list could use the order.
    index("public_copies_list").on(table.kind, table.sortDay.desc().nullsFirst(), table.slug),
    index("public_copies_subject").on(table.subjectId),
    // With the other facets behind the order, so that several of them at once need not look at the copies.
    index("public_copies_unit").on(
      table.unitSlug,
      table.kind,
      table.sortDay.desc().nullsFirst(),
      table.slug,
      table.field,
      table.category,
      table.facet,
    ),
    index("public_copies_authority").on(
      table.authoritySlug,
      table.kind,
      table.sortDay.desc().nullsFirst(),
      table.slug,
      table.field,
      table.category,
      table.facet,
    ),
    index("public_copies_field").on(table.field, table.kind, table.sortDay.desc().nullsFirst(), table.slug, table.category, table.facet),
    index("public_copies_procedure").on(table.procedureSlug, table.kind, table.sortDay.desc().nullsFirst(), table.slug),
    // Public cases by the day they came, and by when their copy last changed: how Open311 asks for them.
    index("public_copies_received")
      .on(sql`(${table.content} ->> 'receivedOn') desc`, table.slug)
      .where(sql`kind = 'case'`),
    index("public_copies_hidden")
      .on(table.hiddenAt)
      .where(sql`${table.hiddenAt} is not null`),
    index("public_copies_updated").on(table.kind, table.publishedAt),
    // Cases apart from all else, which is few: words that are in very many cases make no other search slow.
    // With the day in it (`btree_gin`) those of a span are found without looking at all that have a word.
    index("public_copies_search_cases")
      .using("gin", table.search, table.sortDay)
      .where(sql`kind = 'case'`),
    index("public_copies_search_others")
      .using("gin", table.search)
      .where(sql`kind <> 'case'`),
  ],
);

/** Words of public titles, folded, letters alone: what a typing error may have meant. Made anew each night; shown nowhere. */
export const titleWords = pgTable("title_words", {
  word: text().primaryKey(),
  /** Titles it stood in last night; 1 for a word that came since. */
  n: integer().notNull(),
});

/** Every version that ever was public, and who approved it. */
export const publicationLog = pgTable(
  "publication_log",
  {
    id: uuid().primaryKey().defaultRandom(),
    kind: text({ enum: publicKinds }).notNull(),
    slug: text().notNull(),
    version: integer().notNull(),
    act: text({ enum: ["published", "hidden", "shown", "withdrawn"] }).notNull(),
    reason: text(),
    /** Why it was published anew; everybody reads it. */
    note: text(),
    officialId: uuid().references(() => officials.id),
    contentSha256: text().notNull(),
    /** What everybody could read in this version; kept for cases. */
    content: jsonb().$type<Record<string, unknown>>(),
    createdAt: createdAt(),
  },
  (table) => [index("publication_log_copy").on(table.kind, table.slug, table.createdAt)],
);
