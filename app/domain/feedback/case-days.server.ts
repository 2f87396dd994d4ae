import { and, eq, inArray, isNotNull, ne, or, sql, type SQL } from "drizzle-orm";
import { caseDayChanges, caseDays, cases, clocks, unitVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { CivilDay } from "../calendar/civil-day.ts";
import { currentCalendar } from "../calendar/index.server.ts";
import { type Calendar, workingDaysBetween } from "../calendar/working-days.ts";
import { type DayFigures, mergeDays, noFigures } from "./day-figures.ts";

type DayScope = (typeof caseDays.$inferSelect)["scope"];

/** What is counted: not what left for the confidential procedure; of a case that was split its parts, not itself. */
export const isCounted: SQL | undefined = and(ne(cases.state, "CHUYEN_MAT"), or(ne(cases.state, "DONG"), isNotNull(cases.answeredAt)));

/** Per unit and procedure the figures of the days that a condition on `cases` names, read off the cases themselves. */
export async function countCaseDays(db: Db, which: SQL | undefined, calendar: Calendar) {
  const answeredOn = sql<CivilDay | null>`to_char(${cases.answeredAt} at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD')`;
  // The clock of the last answer; one that ended without merit or fault counts for nothing.
  const last = db
    .select({ outcome: clocks.outcome, stoppedOn: clocks.stoppedOn })
    .from(clocks)
    .where(and(eq(clocks.caseId, cases.id), eq(clocks.step, "answer"), sql`${clocks.outcome} is distinct from 'void'`))
    .orderBy(sql`${clocks.startedOn} desc, ${clocks.createdAt} desc`)
    .limit(1)
    .as("last");
  const onTime = sql<
    boolean | null
  >`case when ${last.stoppedOn} is not null and ${cases.answeredAt} is not null then ${last.outcome} is not distinct from 'on_time' end`;
  const rows = await db
    .select({
      day: cases.receivedOn,
      unitId: cases.unitId,
      procedureId: cases.procedureId,
      answeredOn,
      stars: cases.rating,
      onTime,
      n: sql<number>`count(*)`.mapWith(Number),
    })
    .from(cases)
    .leftJoinLateral(last, sql`true`)
    .where(and(isCounted, which))
    .groupBy(cases.receivedOn, cases.unitId, cases.procedureId, answeredOn, cases.rating, onTime);
  return rows.map(({ day, unitId, procedureId, answeredOn: answered, stars, onTime: inTime, n }) => ({
    day,
    unitId,
    procedureId,
    figures: {
      received: n,
      onTime: inTime === true ? n : 0,
      late: inTime === false ? n : 0,
      stars: [1, 2, 3, 4, 5].map((level) => (level === stars ? n : 0)),
      waits: new Map(answered === null ? [] : [[workingDaysBetween(calendar, day, answered), n]]),
    } satisfies DayFigures,
  }));
}

/** Any number, the same on every node: one folds at a time. Another one than that of the trace, which every act waits for. */
const lock = 7_406_232;

/** Days folded in one transaction. */
const atOnce = 62;

/**
 * Counts days anew whose cases changed, up to 62 of them, and gives their number; 0 also while another node folds. The
 * marks go first and the cases are read after, so that what changes meanwhile leaves a mark that stays.
 */
export async function foldCaseDays(db: Db): Promise<number> {
  return db.transaction(async (tx) => {
    const [free] = await tx.execute<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(${lock}) as mine`);
    if (!free?.mine) return 0;
    const gone = await tx.execute<{ day: CivilDay }>(sql`
      delete from ${caseDayChanges} where day in (select distinct day from ${caseDayChanges} order by day desc limit ${atOnce}) returning day::text`);
    const days = [...new Set(gone.map(({ day }) => day))];
    if (days.length === 0) return 0;

    const above = await unitsAbove(tx);
    const counted = await countCaseDays(tx, inArray(cases.receivedOn, days), await currentCalendar(tx));
    const kept = new Map<string, { scope: DayScope; scopeId: string; day: CivilDay; figures: DayFigures }>();
    for (const { day, unitId, procedureId, figures } of counted) {
      const scopes: [DayScope, string][] = [["all", ""], ...(unitId ? above(unitId).map((id): [DayScope, string] => ["unit", id]) : [])];
      if (procedureId) scopes.push(["procedure", procedureId]);
      for (const [scope, scopeId] of scopes) {
        const key = `${day} ${scope} ${scopeId}`;
        kept.set(key, { scope, scopeId, day, figures: mergeDays([kept.get(key)?.figures ?? noFigures, figures]) });
      }
    }
    await tx.delete(caseDays).where(inArray(caseDays.day, days));
    const rows = [...kept.values()].map(({ figures: { stars, waits, ...figures }, ...of }) => ({
      ...of,
      ...figures,
      stars: [...stars],
      waits: [...waits].flat(),
    }));
    for (let first = 0; first < rows.length; first += 5_000) await tx.insert(caseDays).values(rows.slice(first, first + 5_000));
    return days.length;
  });
}

/** A unit and all it ever stood below, by the unit: the other way round than `listDescendantIds`. */
async function unitsAbove(db: Db): Promise<(unitId: string) => string[]> {
  const rows = await db.selectDistinct({ unitId: unitVersions.unitId, parentId: unitVersions.parentId }).from(unitVersions);
  const parents = new Map<string, string[]>();
  for (const { unitId, parentId } of rows) if (parentId) parents.set(unitId, [...(parents.get(unitId) ?? []), parentId]);
  const found = new Map<string, string[]>();
  return (unitId) => {
    const known = found.get(unitId);
    if (known) return known;
    const all = new Set([unitId]);
    for (const id of all) for (const parent of parents.get(id) ?? []) all.add(parent);
    found.set(unitId, [...all]);
    return [...all];
  };
}
