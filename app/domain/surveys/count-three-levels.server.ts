import { inArray, type SQL, sql } from "drizzle-orm";
import { sheetExclusions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { listRoundsIn, type Round } from "./find-round.server.ts";
import { type Levels, maskThreeLevels, type QuarterLevels, threeLevelPlace } from "./mask-three-levels.ts";
import { findSetAside, listEditionExclusions } from "./set-aside.server.ts";
import { listExclusions } from "./sheet-exclusions.server.ts";
import { firstChoice } from "./sheet-marks.server.ts";

/** The three-level slips of one round by unit and quarter. */
type ThreeLevelRound = {
  authorityId: string;
  /** Those that count: all of them while it takes answers, then those of its newest edition. A place may have none. */
  counted: QuarterLevels[];
  /** All that came in, and those that some editions left out, in parts: what may be shown follows from both (`maskThreeLevels`). */
  received: QuarterLevels[];
  setAside: QuarterLevels[][];
};

/**
 * Three-level slips of each round that hands them out, whatever the occasion of the slip: tallies plus what is not folded yet, all in
 * one statement. As on the rounds' own pages, sheets that were left out of the newest edition do not count, and while a round's
 * sheets are checked none of it does. Sheets of people who were drawn are left out, blanks and “does not apply” too.
 * @param question code of a three-level question; without one the question about the whole
 */
export async function countThreeLevels(db: Db, question?: string): Promise<ThreeLevelRound[]> {
  const asked = (await listRoundsIn(db, ["open", "published", "archived"])).flatMap((round) => {
    const place = threeLevelPlace(round.layout, question);
    return place < 0 ? [] : [{ round, id: round.id, place }];
  });
  if (asked.length === 0) return [];
  const received = await countReceived(db, asked);
  const checked = await db
    .selectDistinct({ roundId: sheetExclusions.roundId })
    .from(sheetExclusions)
    .where(
      inArray(
        sheetExclusions.roundId,
        asked.map(({ id }) => id),
      ),
    );

  const rounds: ThreeLevelRound[] = [];
  for (const { round, id, place } of asked) {
    const all = received.get(id) ?? [];
    if (all.length === 0) continue;
    const hasExclusions = round.state !== "open" && checked.some(({ roundId }) => roundId === id);
    const parts = hasExclusions ? await countLeftOut(db, id, place, await listEditionExclusions(db, id)) : [];
    const out = parts.filter(({ isOut }) => isOut).flatMap(({ cells }) => cells);
    rounds.push({ authorityId: round.authority.id, counted: without(all, out), received: all, setAside: parts.map(({ cells }) => cells) });
  }
  return rounds;
}

/**
 * Whether a round's page may show what was answered to the question about the whole, though sheets were left out: figures by
 * unit and quarter showed them all while it took answers.
 * @param versions which exclusions each edition left out, the one at hand last
 */
export async function levelsMayBeShown(db: Db, { id, layout }: Round, versions: readonly (readonly number[])[]): Promise<boolean> {
  const place = threeLevelPlace(layout);
  if (place < 0) return true;
  const received = await countReceived(db, [{ id, place }]);
  const parts = await countLeftOut(db, id, place, versions);
  return maskThreeLevels(
    received.get(id) ?? [],
    parts.map(({ cells }) => cells),
  ).wholeIsShown;
}

const quarter = sql.raw(`to_char(day, 'YYYY"-Q"Q')`);
type Row = { round_id: string; unit_id: string; quarter: string; level: number; n: string };

/** All slips, by round. Added up by day first: of a day its quarter is told once, not of each slip. */
async function countReceived(db: Db, asked: readonly { id: string; place: number }[]): Promise<Map<string, QuarterLevels[]>> {
  const places = sql.join(
    asked.map(({ id, place }) => sql`(${id}::uuid, ${place}::int)`),
    sql`, `,
  );
  const rows = await db.execute<Row>(sql`
    with asked (round_id, place) as (values ${places})
    select round_id, unit_id, ${quarter} as quarter, level, sum(n) as n from (
      select round_id, unit_id, day, level, sum(n) as n from (
        select round_id, unit_id, day, value as level, n from tallies join asked using (round_id)
        where question = ${firstChoice} + place and mode <> 'sample'
        union all
        select round_id, unit_id, day, choices[place + 1], 1 from sheets join asked using (round_id) where not folded and mode <> 'sample'
      ) as both_parts
      where level between 1 and 3
      group by round_id, unit_id, day, level
    ) as by_day
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`);
  return new Map(asked.map(({ id }) => [id, toCells(rows.filter((row) => row.round_id === id))]));
}

/** The slips of each part that editions differ by (`findSetAside`). */
async function countLeftOut(db: Db, roundId: string, place: number, versions: readonly (readonly number[])[]) {
  const parts: { isOut: boolean; cells: QuarterLevels[] }[] = [];
  for (const { isOut, only } of await findSetAside(db, roundId, await listExclusions(db, roundId), versions)) {
    parts.push({ isOut, cells: await countOnly(db, roundId, place, only) });
  }
  return parts.filter(({ cells }) => cells.length > 0);
}

async function countOnly(db: Db, roundId: string, place: number, only: SQL): Promise<QuarterLevels[]> {
  const rows = await db.execute<Row>(sql`
    select round_id, unit_id, ${quarter} as quarter, choices[${place + 1}::int] as level, count(*) as n from sheets
    where round_id = ${roundId} and mode <> 'sample' and choices[${place + 1}::int] between 1 and 3 and ${only}
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`);
  return toCells(rows);
}

/** @param rows sorted by unit and quarter */
function toCells(rows: readonly Row[]): QuarterLevels[] {
  const cells: QuarterLevels[] = [];
  for (const { unit_id: unitId, quarter: when, level, n } of rows) {
    const last = cells.at(-1);
    const before = last?.unitId === unitId && last.quarter === when ? cells.pop() : undefined;
    const [low, middle, high] = before?.levels ?? [0, 0, 0];
    const plus = (of: number) => (level === of ? Number(n) : 0);
    cells.push({ unitId, quarter: when, levels: [low + plus(1), middle + plus(2), high + plus(3)] });
  }
  return cells;
}

function without(all: readonly QuarterLevels[], out: readonly QuarterLevels[]): QuarterLevels[] {
  return all.map((cell) => {
    const own = out.filter(({ unitId, quarter: when }) => unitId === cell.unitId && when === cell.quarter);
    const levels = own.reduce<Levels>((left, one) => [left[0] - one.levels[0], left[1] - one.levels[1], left[2] - one.levels[2]], cell.levels);
    return { ...cell, levels };
  });
}
