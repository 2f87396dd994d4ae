import { desc, eq } from "drizzle-orm";
import { resultEditions, resultSnapshots } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { Figure } from "../insights/figures.ts";
import type { Round } from "./find-round.server.ts";
import { roundFigures } from "./round-figures.server.ts";
import type { ModeGroup } from "./vocabulary.ts";

/** An edition of a round's results and what fixes its figures: anybody who holds the raw file can compute both sums again. */
export type FrozenResults = {
  /** 1 for the first results; each correction adds one. */
  edition: number;
  /** SHA-256 of all sheets, a line each (`hashSheets`), in hex. */
  rawSha256: string;
  /** SHA-256 of the frozen counts, in hex. */
  contentSha256: string;
  /** What a correction tells; null for the first edition. `en` is null where it was written before both languages were asked for. */
  note: { vi: string; en: string | null } | null;
  frozenAt: Date;
  publishedAt: Date;
};

/** Every published edition of a round, newest first; none before its results are published. */
export async function listFrozenResults(db: Db, roundId: string): Promise<FrozenResults[]> {
  const rows = await db
    .select({ edition: resultEditions.edition, publishedAt: resultEditions.publishedAt, snapshot: resultSnapshots })
    .from(resultEditions)
    .innerJoin(resultSnapshots, eq(resultSnapshots.id, resultEditions.snapshotId))
    .where(eq(resultEditions.roundId, roundId))
    .orderBy(desc(resultEditions.edition));
  return rows.map(({ edition, publishedAt, snapshot }) => ({
    edition,
    publishedAt,
    rawSha256: snapshot.rawSha256,
    contentSha256: snapshot.contentSha256,
    note: snapshot.note === null ? null : { vi: snapshot.note, en: snapshot.noteEn },
    frozenAt: snapshot.createdAt,
  }));
}

/** An edition with the overall figures it shows. */
export type Edition = FrozenResults & { overall: { group: ModeGroup; sheets: number | null; figure: Figure }[] };

/** The editions of a round with their overall figures, newest first, so that a correction stands beside what it corrects. */
export async function listEditions(db: Db, round: Round): Promise<Edition[]> {
  const editions: Edition[] = [];
  for (const one of await listFrozenResults(db, round.id)) {
    const { groups } = await roundFigures(db, round, {}, { edition: one.edition });
    editions.push({ ...one, overall: groups.map(({ group, sheets, overall }) => ({ group, sheets, figure: overall })) });
  }
  return editions;
}
