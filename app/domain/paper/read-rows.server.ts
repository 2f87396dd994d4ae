import { and, asc, eq } from "drizzle-orm";
import { paperRows } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Keys } from "../keys.ts";
import type { Official } from "../people/official.ts";
import { type Comparison, compareRows, type KeptRow } from "./compare-rows.ts";
import { findBatch } from "./find-batch.server.ts";
import { openCells } from "./sealed-code.server.ts";
import type { Keying } from "./vocabulary.ts";

/** What one person typed of a batch. The first typing is not for the eyes of who types it a second time. */
export async function readRows(db: Db, keys: Keys, id: string, keying: Keying): Promise<KeptRow[]> {
  const rows = await db
    .select()
    .from(paperRows)
    .where(and(eq(paperRows.batchId, id), eq(paperRows.keying, keying)))
    .orderBy(asc(paperRows.place));
  return rows.map((row) => toKept(keys, row));
}

/** Both typings of a batch. */
export async function readAllRows(db: Db, keys: Keys, id: string): Promise<KeptRow[]> {
  const rows = await db.select().from(paperRows).where(eq(paperRows.batchId, id)).orderBy(asc(paperRows.place), asc(paperRows.keying));
  return rows.map((row) => toKept(keys, row));
}

function toKept(keys: Keys, row: typeof paperRows.$inferSelect): KeptRow {
  const { keying, place, chosen, spoiled } = row;
  return { keying, place, cells: openCells(keys, row), chosen, spoiled };
}

/** Where the two typings of a batch differ; undefined where it is none of the official's business. */
export async function compareBatch(db: Db, keys: Keys, by: Official, id: string): Promise<Comparison | undefined> {
  const found = await findBatch(db, by, id);
  return found && compareRows(found.round.layout.questionnaire, await readAllRows(db, keys, id));
}
