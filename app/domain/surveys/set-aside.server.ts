import { asc, eq, type SQL, sql } from "drizzle-orm";
import { resultEditions, resultSnapshots } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { countProfiles } from "./count-profiles.server.ts";
import { countSheets } from "./count-sheets.server.ts";
import type { Round } from "./find-round.server.ts";
import type { EarlierEdition, SetAside, UnitsBeside } from "./set-aside.ts";
import { type Exclusion, isExcluded } from "./sheet-exclusions.server.ts";

/** What each edition of a round left out, by the numbers of exclusions, and what it shows beside that; first edition first. */
export async function listEarlierEditions(db: Db, roundId: string): Promise<EarlierEdition[]> {
  const rows = await db
    .select({
      exclusions: sql<{ number: number }[] | null>`${resultSnapshots.content} -> 'exclusions'`,
      beside: sql<UnitsBeside | null>`${resultSnapshots.content} -> 'beside'`,
    })
    .from(resultEditions)
    .innerJoin(resultSnapshots, eq(resultSnapshots.id, resultEditions.snapshotId))
    .where(eq(resultEditions.roundId, roundId))
    .orderBy(asc(resultEditions.edition));
  return rows.map(({ exclusions, beside }) => ({ exclusions: exclusions?.map(({ number }) => number) ?? [], beside: beside ?? undefined }));
}

/** The numbers of the exclusions that each edition of a round left out, first edition first. */
export async function listEditionExclusions(db: Db, roundId: string): Promise<number[][]> {
  return (await listEarlierEditions(db, roundId)).map(({ exclusions }) => [...exclusions]);
}

/** Sheets that some figures of a round hold and others do not (`SetAside`). `only` says it of a row of `sheets`. */
type PartSetAside = Pick<SetAside, "isOut" | "leftOutBefore"> & { only: SQL };

/**
 * The sheets that are in some of what people saw and not in the rest, in as many parts as could be told apart by subtraction:
 * sheets left out of the same editions are one part. While a round took answers everybody saw all of them.
 * @param versions which exclusions each edition left out; the last is the one that is being made
 */
export async function findSetAside(
  db: Db,
  roundId: string,
  exclusions: readonly Exclusion[],
  versions: readonly (readonly number[])[],
): Promise<PartSetAside[]> {
  const different = [...new Map(versions.map((numbers) => [[...numbers].sort((a, b) => a - b).join(" "), numbers])).values()];
  const used = exclusions.filter(({ number }) => different.some((numbers) => numbers.includes(number)));
  if (used.length === 0) return [];

  const leftOut = different.map((numbers) => isExcluded(used.filter(({ number }) => numbers.includes(number))));
  const places = versions.map((version) => different.findIndex((numbers) => sameNumbers(numbers, version)));
  const bits = leftOut.map((condition, index) => sql`case when ${condition} then ${sql.raw(String(2 ** index))} else 0 end`);
  const pattern = sql`(${sql.join(bits, sql` + `)})`;
  const rows = await db
    .selectDistinct({ pattern: sql<number>`pattern`.mapWith(Number) })
    .from(sql`(select ${pattern} as pattern from sheets where round_id = ${roundId} and ${isExcluded(used)}) as marked`)
    .orderBy(sql`pattern`);
  return rows.map((row) => {
    const isOutOf = places.map((place) => Math.floor(row.pattern / 2 ** place) % 2 === 1);
    return {
      isOut: isOutOf.at(-1) === true,
      leftOutBefore: isOutOf.slice(0, -1).flatMap((isOut, index) => (isOut ? [index + 1] : [])),
      only: sql`${isExcluded(used)} and ${pattern} = ${sql.raw(String(row.pattern))}`,
    };
  });
}

/** The counts of each of these parts (`findSetAside`). */
export async function countSetAside(
  db: Db,
  round: Round,
  exclusions: readonly Exclusion[],
  versions: readonly (readonly number[])[],
): Promise<SetAside[]> {
  const parts: SetAside[] = [];
  for (const { isOut, leftOutBefore, only } of await findSetAside(db, round.id, exclusions, versions)) {
    parts.push({
      isOut,
      leftOutBefore,
      counts: await countSheets(db, round.id, round.layout, { only }),
      profiles: await countProfiles(db, round.id, round.layout, { only }),
    });
  }
  return parts;
}

const sameNumbers = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((number) => b.includes(number));
