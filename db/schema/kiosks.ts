import { date, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, instant } from "./columns.ts";
import { procedures } from "./procedures.ts";
import { rounds } from "./surveys.ts";
import { units } from "./units.ts";

/**
 * A device that stands at a desk and takes answers for one round and unit. It shows a set-up code once and keeps a token
 * afterwards; both are stored as hashes. No sheet points to it.
 */
export const kiosks = pgTable(
  "kiosks",
  {
    id: id(),
    /** Where it stands: “Quầy số 3”. */
    name: text().notNull(),
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    procedureId: uuid().references(() => procedures.id),
    /** Gone once a device has used it. */
    codeHash: text().unique(),
    codeExpiresAt: instant(),
    tokenHash: text().unique(),
    setUpAt: instant(),
    /** The last day on which it sent an answer; no time, so that it tells no sheet's moment. */
    lastUsedOn: date({ mode: "string" }),
    revokedAt: instant(),
    createdById: uuid(),
    createdAt: createdAt(),
  },
  (table) => [index("kiosks_unit").on(table.unitId)],
);
