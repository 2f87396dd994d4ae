import { sql, type SQL, type SQLWrapper } from "drizzle-orm";
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

const marked = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";
const plain = "aaaaaaaaaaaaaaaaaeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyyd";

/** The words of a text, lower case and without diacritics, as a document: an index over it must say the same word for word. */
export const foldedWords = (text: SQLWrapper): SQL =>
  sql`to_tsvector('simple', translate(lower(normalize(${text})), ${sql.raw(`'${marked}'`)}, ${sql.raw(`'${plain}'`)}))`;
