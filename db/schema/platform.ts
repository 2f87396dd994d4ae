import { integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, instant, isoInstant } from "./columns.ts";

/**
 * A retry with the same key gets the same answer; the same key with another body is refused.
 * `answer` never names a survey sheet.
 */
export const idempotencyKeys = pgTable("idempotency_keys", {
  /** SHA-256 of scope and key. */
  keyHash: text().primaryKey(),
  bodyHash: text().notNull(),
  answer: jsonb().$type<Record<string, unknown>>().notNull(),
  createdAt: createdAt(),
});

/** Token buckets, kept by rate-limiter-flexible. */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  expire: isoInstant(),
});

/** Facts about this world: demo or not, data version, keys' fingerprints. */
export const portalFacts = pgTable("portal_facts", {
  name: text().primaryKey(),
  value: jsonb().$type<unknown>().notNull(),
  updatedAt: instant().notNull().defaultNow(),
});
