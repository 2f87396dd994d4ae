import { date, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bytes } from "./columns.ts";

/** The secret of a day, drawn at random and thrown away when the day is over. */
export const daySecrets = pgTable("day_secrets", {
  day: date({ mode: "string" }).primaryKey(),
  secret: bytes().notNull(),
});

/**
 * Devices that sent a sheet through the open link today, each as a fingerprint made with the day's secret. Tells only that
 * the same device sent one before. Holds no sheet and no round, and is emptied with the secret.
 */
export const deviceDays = pgTable(
  "device_days",
  {
    day: date({ mode: "string" }).notNull(),
    mark: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.mark] })],
);
