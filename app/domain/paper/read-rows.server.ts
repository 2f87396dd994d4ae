import { and, asc, eq } from "drizzle-orm";
import { paperRows } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Official } from "../people/official.ts";
import { type Comparison, compareRows, type KeptRow } from "./compare-rows.ts";
import { findBatch } from "./find-batch.server.ts";
import type { Keying } from "./vocabulary.ts";

/** What one person typed of a batch. The first typing is not for the eyes of who types it a second time. */
export async function readRows(db: Db, id: string, keying: Keying): Promise<KeptRow[]> {
  return db
    .select()
    .from(paperRows)
    .where(and(eq(paperRows.batchId, id), eq(paperRows.keying, keying)))
    .orderBy(asc(paperRows.place));
}

/** Both typings of a batch. */
export async function readAllRows(db: Db, id: string): Promise<KeptRow[]> {
  return db.select().from(paperRows).where(eq(paperRows.batchId, id)).orderBy(asc(paperRows.place), asc(paperRows.keying));
}

/** Where the two typings of a batch differ; undefined where it is none of the official's business. */
export async function compareBatch(db: Db, by: Official, id: string): Promise<Comparison | undefined> {
  const found = await findBatch(db, by, id);
  return found && compareRows(found.round.layout.questionnaire, await readAllRows(db, id));
}
