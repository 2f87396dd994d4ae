import { index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { languages } from "#app/domain/content/vocabulary.ts";
import { deliveryStates, messageTemplates } from "#app/domain/messages/vocabulary.ts";
import { bytes, createdAt, id, instant } from "./columns.ts";
import { cases } from "./feedback.ts";

/** Outbox: a message is written in the act's transaction and sent by a job. The address is sealed. */
export const messages = pgTable(
  "messages",
  {
    id: id(),
    caseId: uuid().references(() => cases.id, { onDelete: "cascade" }),
    template: text({ enum: messageTemplates }).notNull(),
    language: text({ enum: languages }).notNull(),
    sealedAddress: bytes().notNull(),
    keyId: text().notNull(),
    data: jsonb().$type<Record<string, string | number | boolean | null>>().notNull(),
    state: text({ enum: deliveryStates }).notNull().default("queued"),
    attempts: integer().notNull().default(0),
    lastError: text(),
    sentAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [index("messages_case").on(table.caseId), index("messages_state").on(table.state)],
);
