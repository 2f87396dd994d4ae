import { integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { RoutingRule } from "#app/domain/routing/vocabulary.ts";
import { createdAt } from "./columns.ts";
import { officials } from "./people.ts";

/** The ordered rules in force from then on. A set is never changed: what replaces it is the next version. */
export const routingRuleSets = pgTable("routing_rule_sets", {
  version: integer().primaryKey(),
  rules: jsonb().$type<RoutingRule[]>().notNull(),
  note: text().notNull(),
  madeById: uuid().references(() => officials.id),
  createdAt: createdAt(),
});

/** The one draft, on which coordinators work together: `revision` grows with every save. */
export const routingDraft = pgTable("routing_draft", {
  /** Always 1. */
  id: integer().primaryKey(),
  basedOn: integer().notNull(),
  rules: jsonb().$type<RoutingRule[]>().notNull(),
  revision: integer().notNull(),
  savedById: uuid()
    .notNull()
    .references(() => officials.id),
  createdAt: createdAt(),
});
