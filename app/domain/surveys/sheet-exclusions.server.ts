import { asc, eq, type SQL, sql } from "drizzle-orm";
import { sheetExclusions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { bitOfFlag, type ExclusionReason, type SheetMode, sheetModes } from "./vocabulary.ts";

/** A group of sheets that was declared invalid. It names no sheet. */
export type Exclusion = typeof sheetExclusions.$inferSelect;

/** Sheets that an exclusion takes out and none before it does, by way of answering. */
export type ExcludedCount = { number: number; reason: ExclusionReason; mode: SheetMode; sheets: number };

/** All exclusions of a round, standing and withdrawn, in the order they were declared. */
export async function listExclusions(db: Db, roundId: string): Promise<Exclusion[]> {
  return db.select().from(sheetExclusions).where(eq(sheetExclusions.roundId, roundId)).orderBy(asc(sheetExclusions.number));
}

export const isStanding = ({ withdrawnAt }: Exclusion): boolean => withdrawnAt === null;

/** Says of a row of `sheets` that it belongs to the group. */
export function isInGroup({ unitId, mode, fromDay, toDay, flag }: Pick<Exclusion, "unitId" | "mode" | "fromDay" | "toDay" | "flag">): SQL {
  const holds = [
    unitId === null ? [] : [sql`unit_id = ${unitId}::uuid`],
    mode === null ? [] : [sql`mode = ${mode}`],
    fromDay === null ? [] : [sql`day >= ${fromDay}::date`],
    toDay === null ? [] : [sql`day <= ${toDay}::date`],
    flag === null ? [] : [sql`flags & ${sql.raw(String(bitOfFlag[flag]))} <> 0`],
  ].flat();
  return sql`(${sql.join(holds, sql` and `)})`;
}

/** Says of a row of `sheets` that one of these exclusions takes it out. */
export function isExcluded(exclusions: readonly Exclusion[]): SQL {
  return exclusions.length === 0 ? sql`false` : sql`(${sql.join(exclusions.map(isInGroup), sql` or `)})`;
}

/** How many sheets each exclusion takes out; a sheet that several name is counted with the first. */
export async function countExcluded(db: Db, roundId: string, exclusions: readonly Exclusion[]): Promise<ExcludedCount[]> {
  if (exclusions.length === 0) return [];
  const first = sql`case ${sql.join(
    exclusions.map((one) => sql`when ${isInGroup(one)} then ${sql.raw(String(one.number))}`),
    sql` `,
  )} end`;
  const rows = await db
    .select({ number: sql<number>`number`.mapWith(Number), mode: sql<string>`mode`, n: sql<number>`count(*)`.mapWith(Number) })
    .from(sql`(select mode, ${first} as number from sheets where round_id = ${roundId} and ${isExcluded(exclusions)}) as excluded`)
    .groupBy(sql`1, 2`)
    .orderBy(sql`1, 2`);
  return rows.flatMap(({ number, mode, n }) => {
    const reason = exclusions.find((one) => one.number === number)?.reason;
    const known = sheetModes.find((one) => one === mode);
    return reason && known ? [{ number, reason, mode: known, sheets: n }] : [];
  });
}
