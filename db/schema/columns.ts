import { customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** Random primary key: ids never tell how many there are, nor in which order. */
export const id = () => uuid().primaryKey().defaultRandom();

/** An instant with its zone. */
export const instant = () => timestamp({ withTimezone: true, mode: "date" });

export const createdAt = () => instant().notNull().defaultNow();

/** Raw bytes, for ciphertext. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({
  dataType: () => "bytea",
});

/** An instant kept as ISO text, so that text order is time order. */
export const isoInstant = customType<{ data: Date; driverData: string }>({
  dataType: () => "text",
  toDriver: (instant) => instant.toISOString(),
  fromDriver: (text) => new Date(text),
});

/** Full-text document. Written by the database only. */
export const tsvector = customType<{ data: string }>({
  dataType: () => "tsvector",
});
