import { desc, eq } from "drizzle-orm";
import { resultSnapshots } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";

/** What fixes the figures of a closed round: anybody who holds the raw file can compute both sums again. */
export type FrozenResults = {
  /** 1 at the close; each correction adds one. */
  version: number;
  /** SHA-256 of all sheets, a line each (`hashSheets`), in hex. */
  rawSha256: string;
  /** SHA-256 of the frozen counts, in hex. */
  contentSha256: string;
  /** Why a correction was made; null for the first version. */
  note: string | null;
  frozenAt: Date;
};

/** Every frozen version of a round's counts, newest first; none while it takes answers. */
export async function listFrozenResults(db: Db, roundId: string): Promise<FrozenResults[]> {
  return db
    .select({
      version: resultSnapshots.version,
      rawSha256: resultSnapshots.rawSha256,
      contentSha256: resultSnapshots.contentSha256,
      note: resultSnapshots.note,
      frozenAt: resultSnapshots.createdAt,
    })
    .from(resultSnapshots)
    .where(eq(resultSnapshots.roundId, roundId))
    .orderBy(desc(resultSnapshots.version));
}
