import { type AnyPgColumn, boolean, date, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { successionKinds, unitKinds } from "#app/domain/units/vocabulary.ts";
import { createdAt, id } from "./columns.ts";

/** A body through all its names; what it was called when is in its versions. */
export const units = pgTable("units", {
  id: id(),
  slug: text().notNull().unique(),
  external: boolean().notNull().default(false),
  /** The root of its tree: the authority it belongs to. Null for a root itself. */
  authorityId: uuid().references((): AnyPgColumn => units.id),
  createdAt: createdAt(),
});

export const unitVersions = pgTable(
  "unit_versions",
  {
    id: id(),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    nameVi: text().notNull(),
    nameEn: text().notNull(),
    shortName: text(),
    kind: text({ enum: unitKinds }).notNull(),
    parentId: uuid().references(() => units.id),
    responsibilitiesVi: text().array().notNull().default([]),
    responsibilitiesEn: text().array().notNull().default([]),
    province: text(),
    decision: text(),
    validFrom: date({ mode: "string" }).notNull(),
    validTo: date({ mode: "string" }),
    createdAt: createdAt(),
  },
  (table) => [index("unit_versions_unit").on(table.unitId, table.validFrom), index("unit_versions_parent").on(table.parentId)],
);

export const unitSuccessions = pgTable(
  "unit_successions",
  {
    fromUnitId: uuid()
      .notNull()
      .references(() => units.id),
    toUnitId: uuid()
      .notNull()
      .references(() => units.id),
    kind: text({ enum: successionKinds }).notNull(),
    onDay: date({ mode: "string" }).notNull(),
    decision: text(),
    scope: text(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.fromUnitId, table.toUnitId, table.onDay] })],
);
