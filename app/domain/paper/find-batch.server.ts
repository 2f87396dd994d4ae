import { desc, eq, sql } from "drizzle-orm";
import { officials, paperBatches, paperRows, procedures, rounds } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { mayIn, type Official } from "../people/official.ts";
import { findRound, type Round } from "../surveys/index.server.ts";

export type PaperBatch = typeof paperBatches.$inferSelect & {
  /** Who typed it the first and the second time. */
  operator: string;
  secondOperator: string | null;
  procedure: string | null;
  unitName: { vi: string; en: string | null };
  /** Rows that were typed the first and the second time. */
  typed: number;
  typedTwice: number;
};

/** Who may have to do with paper sheets of a unit: its desk, and who manages the authority's surveys. */
export const mayTypeFor = (by: Official, round: Round, unitId: string): boolean =>
  mayIn(by, "slips.issue", unitId) || mayIn(by, "surveys.manage", round.authority.id);

/** A batch with its round, or undefined where it is none of the official's business. */
export async function findBatch(db: Db, by: Official, id: string): Promise<{ batch: PaperBatch; round: Round } | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return undefined;
  const [row] = await select(db).where(eq(paperBatches.id, id));
  const round = row && (await findRound(db, row.round));
  if (!row || !round || !mayTypeFor(by, round, row.batch.unitId)) return undefined;
  return { batch: toBatch(row, round), round };
}

/** The batches of a round in the units where the official types paper in; newest first. */
export async function listBatches(db: Db, by: Official, round: Round): Promise<PaperBatch[]> {
  const rows = await select(db).where(eq(paperBatches.roundId, round.id)).orderBy(desc(paperBatches.createdAt), paperBatches.id);
  return rows.filter(({ batch }) => mayTypeFor(by, round, batch.unitId)).map((row) => toBatch(row, round));
}

const typedRows = (keying: 1 | 2) =>
  sql<number>`(select count(*) from ${paperRows} where ${paperRows.batchId} = ${paperBatches.id} and ${paperRows.keying} = ${keying})`.mapWith(
    Number,
  );

function select(db: Db) {
  return db
    .select({
      batch: paperBatches,
      round: rounds.slug,
      procedure: procedures.slug,
      operator: sql<string>`(select name from ${officials} where ${officials.id} = ${paperBatches.operatorId})`,
      secondOperator: sql<string | null>`(select name from ${officials} where ${officials.id} = ${paperBatches.secondOperatorId})`,
      typed: typedRows(1),
      typedTwice: typedRows(2),
    })
    .from(paperBatches)
    .innerJoin(rounds, eq(rounds.id, paperBatches.roundId))
    .leftJoin(procedures, eq(procedures.id, paperBatches.procedureId))
    .$dynamic();
}

function toBatch({ batch, round: _, ...rest }: Awaited<ReturnType<typeof select>>[number], round: Round): PaperBatch {
  const unit = [...round.units, round.authority].find(({ id }) => id === batch.unitId);
  return { ...batch, ...rest, unitName: unit?.name ?? { vi: "", en: null } };
}
