import { createHash } from "node:crypto";
import { and, asc, eq, gt } from "drizzle-orm";
import { sheets } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";

/** What rounds that close now are hashed by; those that closed before keep theirs (`Round.closed.hashVersion`). */
export const hashVersion = 2;

/**
 * SHA-256 over all sheets of a round, a line each in the order of their random ids: id, unit, procedure, mode, language,
 * day, answers, choices, and from version 2 on flags. Two databases with the same sheets give the same hash. Reads in
 * pages, so memory stays flat.
 */
export async function hashSheets(db: Db, roundId: string, version: number = hashVersion): Promise<{ sha256: string; n: number }> {
  const hash = createHash("sha256");
  let n = 0;
  let after: string | undefined;
  for (;;) {
    const page = await db
      .select()
      .from(sheets)
      .where(and(eq(sheets.roundId, roundId), after === undefined ? undefined : gt(sheets.id, after)))
      .orderBy(asc(sheets.id))
      .limit(2000);
    for (const sheet of page) {
      const { id, unitId, procedureId, mode, language, day, answers, choices, flags } = sheet;
      const line = [id, unitId, procedureId, mode, language, day, answers, choices];
      hash.update(`${JSON.stringify(version < 2 ? line : [...line, flags])}\n`);
    }
    n += page.length;
    after = page.at(-1)?.id;
    if (page.length < 2000) return { sha256: hash.digest("hex"), n };
  }
}
