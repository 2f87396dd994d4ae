import { boolean, date, index, integer, jsonb, pgTable, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { batchStates } from "#app/domain/paper/vocabulary.ts";
import { bytes, createdAt, id, instant } from "./columns.ts";
import { procedures } from "./procedures.ts";
import { rounds } from "./surveys.ts";
import { units } from "./units.ts";

/** A pile of paper sheets of one unit, typed in by a named official (“nhập hộ”) and put into its round as a whole. */
export const paperBatches = pgTable(
  "paper_batches",
  {
    id: id(),
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    unitId: uuid()
      .notNull()
      .references(() => units.id),
    procedureId: uuid().references(() => procedures.id),
    /** The days on which the sheets were filled in. */
    filledFrom: date({ mode: "string" }).notNull(),
    filledTo: date({ mode: "string" }).notNull(),
    /** Number printed on the first sheet; the others follow. */
    firstNumber: integer().notNull(),
    /** Sheets in the pile, blank ones included. */
    sheets: integer().notNull(),
    state: text({ enum: batchStates }).notNull(),
    operatorId: uuid().notNull(),
    /** Who typed some or all of it a second time. */
    secondOperatorId: uuid(),
    createdAt: createdAt(),
    committedAt: instant(),
    committedById: uuid(),
    /** Left after the batch was put into the round: sheets stored, cells typed twice, cells that differed, hash of the rows. */
    stored: integer(),
    comparedCells: integer(),
    differingCells: integer(),
    rowsSha256: text(),
  },
  (table) => [index("paper_batches_round").on(table.roundId)],
);

/** What was typed from one sheet, the first or the second time. Deleted when the batch goes into the round or is discarded. */
export const paperRows = pgTable(
  "paper_rows",
  {
    id: id(),
    batchId: uuid()
      .notNull()
      .references(() => paperBatches.id, { onDelete: "cascade" }),
    /** 1 or 2. */
    keying: smallint().notNull(),
    /** From 0, in the order of the printed numbers. */
    place: integer().notNull(),
    /** Question code → as typed. Blank cells are left out. */
    cells: jsonb().$type<Record<string, string>>().notNull(),
    /** The code of the invitation, as typed, sealed to its row: with it the answers beside it would lead to who was drawn. */
    sealedCode: bytes(),
    keyId: text(),
    /** Cells where the second keying was chosen over the first, or the first kept: code → 1 or 2. On first rows only. */
    chosen: jsonb().$type<Record<string, number>>().notNull().default({}),
    /** The sheet was handed in with nothing on it, or crossed out: it is counted and not stored. */
    spoiled: boolean().notNull().default(false),
    updatedAt: instant().notNull(),
  },
  (table) => [uniqueIndex("paper_rows_place").on(table.batchId, table.keying, table.place)],
);
