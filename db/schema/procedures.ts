import { date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns.ts";
import { units } from "./units.ts";

export const procedures = pgTable("procedures", {
  id: id(),
  code: text().notNull().unique(),
  slug: text().notNull().unique(),
  createdAt: createdAt(),
});

/** A version is never overwritten; two never hold on the same day. */
export const procedureVersions = pgTable(
  "procedure_versions",
  {
    id: id(),
    procedureId: uuid()
      .notNull()
      .references(() => procedures.id),
    version: integer().notNull(),
    state: text({ enum: ["draft", "checked", "in_force", "expired"] }).notNull(),
    nameVi: text().notNull(),
    nameEn: text(),
    fieldVi: text().notNull(),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    receivingUnitId: uuid().references(() => units.id),
    /** The national record: `ProcedureRecord` of domain/procedures/record.ts. */
    record: jsonb().$type<Record<string, unknown>>().notNull(),
    validFrom: date({ mode: "string" }).notNull(),
    validTo: date({ mode: "string" }),
    sourceUrl: text(),
    syncedAt: instant(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex("procedure_versions_number").on(table.procedureId, table.version), index("procedure_versions_unit").on(table.unitId)],
);
