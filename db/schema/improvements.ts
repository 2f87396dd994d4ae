import { date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { improvementStates } from "#app/domain/improvements/vocabulary.ts";
import { createdAt, id, instant } from "./columns.ts";
import { officials } from "./people.ts";
import { units } from "./units.ts";

/** What people said and what the unit did about it, tied to a criterion of a questionnaire. It names no sheet and no case. */
export const improvements = pgTable(
  "improvements",
  {
    id: id(),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    /** Code of the questionnaire and of its criterion; codes mean the same in every version. */
    questionnaire: text().notNull(),
    criterion: text().notNull(),
    saidVi: text().notNull(),
    saidEn: text(),
    didVi: text().notNull(),
    didEn: text(),
    doneOn: date({ mode: "string" }).notNull(),
    state: text({ enum: improvementStates }).notNull().default("draft"),
    revision: integer().notNull().default(1),
    writtenById: uuid()
      .notNull()
      .references(() => officials.id),
    publishedById: uuid().references(() => officials.id),
    publishedAt: instant(),
    updatedAt: instant().notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (table) => [index("improvements_unit").on(table.unitId, table.state)],
);
