import { boolean, date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { roles } from "#app/domain/people/vocabulary.ts";
import { bytes, createdAt, id, instant } from "./columns.ts";
import { units } from "./units.ts";

export const officials = pgTable("officials", {
  id: id(),
  /** Lower case. */
  email: text().notNull().unique(),
  name: text().notNull(),
  position: text(),
  passwordHash: text().notNull(),
  totpSecret: bytes(),
  totpConfirmedAt: instant(),
  totpRequired: boolean().notNull().default(true),
  /** Last accepted TOTP step, so that a code works once. */
  totpLastStep: integer(),
  demo: boolean().notNull().default(false),
  active: boolean().notNull().default(true),
  failedSignIns: integer().notNull().default(0),
  lockedUntil: instant(),
  lastSeenAt: instant(),
  createdAt: createdAt(),
});

export const roleGrants = pgTable(
  "role_grants",
  {
    id: id(),
    officialId: uuid()
      .notNull()
      .references(() => officials.id, { onDelete: "cascade" }),
    role: text({ enum: roles }).notNull(),
    /** The unit and all below it; null is the whole portal. */
    unitId: uuid().references(() => units.id),
    validFrom: date({ mode: "string" }).notNull(),
    validTo: date({ mode: "string" }),
    grantedBy: uuid(),
    createdAt: createdAt(),
  },
  (table) => [index("role_grants_official").on(table.officialId)],
);

/** The cookie holds a random token; the table only its hash. */
export const sessions = pgTable(
  "sessions",
  {
    tokenHash: text().primaryKey(),
    officialId: uuid()
      .notNull()
      .references(() => officials.id, { onDelete: "cascade" }),
    totpPassed: boolean().notNull().default(false),
    notice: text(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index("sessions_official").on(table.officialId)],
);

/** What an official sent after the session had ended: kept sealed until he is in again, and shown to nobody else. */
export const keptForms = pgTable(
  "kept_forms",
  {
    id: id(),
    officialId: uuid()
      .notNull()
      .references(() => officials.id, { onDelete: "cascade" }),
    /** Address and fields, as JSON. */
    sealedForm: bytes().notNull(),
    keyId: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [index("kept_forms_official").on(table.officialId), index("kept_forms_created").on(table.createdAt)],
);
