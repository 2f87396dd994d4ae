import { date, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { confidentialKinds, confidentialStates } from "#app/domain/confidential/vocabulary.ts";
import { bytes, createdAt, id, instant } from "./columns.ts";
import { officials } from "./people.ts";
import { units } from "./units.ts";

/**
 * Formal complaints and denunciations that arrived as feedback. Everything that was told, sender included, is sealed in
 * one piece; no column and no foreign key leads to the case it came from.
 */
export const confidentialItems = pgTable(
  "confidential_items",
  {
    id: id(),
    kind: text({ enum: confidentialKinds }).notNull(),
    state: text({ enum: confidentialStates }).notNull(),
    /** AES-256-GCM of the case as it was: text, sender, thread, files. Null when erased. */
    sealed: bytes(),
    keyId: text().notNull(),
    /** The authority whose reception takes it; null: any. */
    authorityId: uuid().references(() => units.id),
    receivedOn: date({ mode: "string" }).notNull(),
    handedOverById: uuid()
      .notNull()
      .references(() => officials.id),
    takenOverById: uuid().references(() => officials.id),
    takenOverAt: instant(),
    /** Number under which the reception took it into its own register. */
    registerNumber: text(),
    createdAt: createdAt(),
  },
  (table) => [index("confidential_items_state").on(table.state, table.receivedOn)],
);
