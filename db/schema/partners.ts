import { boolean, date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { apiKeyScopes } from "#app/domain/partners/vocabulary.ts";
import { createdAt, id, instant } from "./columns.ts";
import { cases } from "./feedback.ts";
import { officials } from "./people.ts";

/** Keys of other systems that may send to the portal. The key is shown once; the table holds its hash. */
export const apiKeys = pgTable("api_keys", {
  id: id(),
  /** SHA-256 of the key. */
  keyHash: text().notNull().unique(),
  /** The key's beginning, to tell keys apart. */
  hint: text().notNull(),
  /** The organisation the key was given to. */
  partner: text().notNull(),
  scope: text({ enum: apiKeyScopes }).notNull(),
  hourlyLimit: integer().notNull(),
  /** Last day on which it opens anything. */
  validUntil: date({ mode: "string" }).notNull(),
  revokedAt: instant(),
  /** The last day it was used. */
  usedOn: date({ mode: "string" }),
  demo: boolean().notNull().default(false),
  issuedById: uuid().references(() => officials.id),
  createdAt: createdAt(),
});

/** Which key a case came with, and the token its sender may ask the case's number with. */
export const partnerCases = pgTable(
  "partner_cases",
  {
    caseId: uuid()
      .primaryKey()
      .references(() => cases.id, { onDelete: "cascade" }),
    apiKeyId: uuid()
      .notNull()
      .references(() => apiKeys.id),
    /** SHA-256 of the token. */
    tokenHash: text().notNull().unique(),
    createdAt: createdAt(),
  },
  (table) => [index("partner_cases_key").on(table.apiKeyId), index("partner_cases_newest").on(table.apiKeyId, table.createdAt, table.caseId)],
);
