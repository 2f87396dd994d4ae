import { and, desc, eq, gte, inArray, isNotNull, lte, ne, or, sql, type SQL } from "drizzle-orm";
import { cases, clocks, procedures, unitVersions, units } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { CivilDay } from "../calendar/civil-day.ts";
import { currentCalendar } from "../calendar/index.server.ts";
import { workingDaysBetween } from "../calendar/working-days.ts";
import type { LevelCounts } from "../insights/estimators.ts";
import { type Figure, figureOfCounts, figureOfMedian, figureOfRate, figureOfTotal } from "../insights/figures.ts";
import { listDescendantIds } from "../units/index.server.ts";
import type { UnitName } from "./unit-words.server.ts";

export type CaseStatistics = {
  received: Figure;
  onTime: Figure;
  medianDays: Figure;
  /** Share of senders who gave 4 or 5 stars, with its interval. */
  answerRating: Figure;
  /** Mean of the stars; hidden under five ratings. */
  meanRating: Figure;
  stars: LevelCounts | null;
  byKind: { kind: string; n: number }[];
  byState: { state: string; n: number }[];
  byField: { field: string | null; n: number }[];
  byUnit: { unit: UnitName; n: number }[];
  /** `YYYY-MM`, oldest first. */
  byMonth: { month: string; n: number }[];
};

export type StatisticsFilter = {
  /** Slug of a unit; all below it count with it. */
  unit?: string | undefined;
  /** Slug of a procedure. */
  procedure?: string | undefined;
  /** Days of receipt, both included. */
  from?: CivilDay | undefined;
  to?: CivilDay | undefined;
};

/**
 * The public figures of feedback, each by its one definition in the registry. What left for the confidential procedure
 * is in none of them; of a case that was split its parts count, not itself.
 */
export async function caseStatistics(db: Db, filter: StatisticsFilter, today: CivilDay): Promise<CaseStatistics> {
  const counted = and(...(await conditions(db, filter)));
  const by = async (column: SQL | typeof cases.kind | typeof cases.state | typeof cases.field) =>
    db
      .select({ value: sql<string | null>`${column}`, n: count })
      .from(cases)
      .where(counted)
      .groupBy(column)
      .orderBy(desc(count), column);

  const byKind = await by(cases.kind);
  const stars = await countStars(db, counted);
  const rated = figureOfCounts("answer_rating", stars);
  return {
    received: figureOfTotal(
      "cases_received",
      byKind.reduce((sum, { n }) => sum + n, 0),
    ),
    onTime: await onTimeRate(db, counted, today),
    medianDays: figureOfMedian("median_days_to_answer", await daysToAnswer(db, counted)),
    answerRating: rated,
    meanRating: figureOfCounts("mean_score", stars),
    stars: rated.suppressed ? null : stars,
    byKind: byKind.map(({ value, n }) => ({ kind: value ?? "", n })),
    byState: (await by(cases.state)).map(({ value, n }) => ({ state: value ?? "", n })),
    byField: (await by(cases.field)).map(({ value, n }) => ({ field: value, n })),
    byUnit: await countByUnit(db, counted, today),
    byMonth: (await by(sql`to_char(${cases.receivedOn}, 'YYYY-MM')`))
      .map(({ value, n }) => ({ month: value ?? "", n }))
      .sort((a, b) => (a.month < b.month ? -1 : 1)),
  };
}

const count = sql<number>`count(*)`.mapWith(Number);

async function conditions(db: Db, filter: StatisticsFilter): Promise<(SQL | undefined)[]> {
  const [unit] = filter.unit ? await db.select({ id: units.id }).from(units).where(eq(units.slug, filter.unit)) : [];
  const unitIds = unit ? await listDescendantIds(db, [unit.id]) : [];
  return [
    ne(cases.state, "CHUYEN_MAT"),
    or(ne(cases.state, "DONG"), isNotNull(cases.answeredAt)),
    filter.unit ? (unitIds.length > 0 ? inArray(cases.unitId, unitIds) : sql`false`) : undefined,
    filter.procedure
      ? inArray(cases.procedureId, db.select({ id: procedures.id }).from(procedures).where(eq(procedures.slug, filter.procedure)))
      : undefined,
    filter.from ? gte(cases.receivedOn, filter.from) : undefined,
    filter.to ? lte(cases.receivedOn, filter.to) : undefined,
  ];
}

/**
 * Per case the clock of its last answer: answered by the due day ÷ answered or past the due day without an answer. A
 * clock ended without merit or fault (withdrawn, refused, passed on), one that stopped without an answer (kept for
 * study), and one that stands still counts for neither.
 */
async function onTimeRate(db: Db, counted: SQL | undefined, today: CivilDay): Promise<Figure> {
  const standing = sql`exists (select 1 from jsonb_array_elements(${clocks.pauses}) pause where pause ->> 'to' is null)`;
  const last = db
    .selectDistinctOn([clocks.caseId], {
      answeredAt: cases.answeredAt,
      outcome: clocks.outcome,
      overdue: sql<boolean>`${clocks.stoppedOn} is null and ${clocks.dueOn} < ${today} and not ${standing}`.as("overdue"),
      stopped: sql<boolean>`${clocks.stoppedOn} is not null`.as("stopped"),
    })
    .from(clocks)
    .innerJoin(cases, eq(clocks.caseId, cases.id))
    .where(and(counted, eq(clocks.step, "answer"), sql`${clocks.outcome} is distinct from 'void'`))
    .orderBy(clocks.caseId, desc(clocks.startedOn), desc(clocks.createdAt))
    .as("last");
  const answered = sql`${last.stopped} and ${last.answeredAt} is not null`;
  const [row] = await db
    .select({
      onTime: sql<number>`count(*) filter (where ${answered} and ${last.outcome} = 'on_time')`.mapWith(Number),
      base: sql<number>`count(*) filter (where (${answered}) or ${last.overdue})`.mapWith(Number),
    })
    .from(last);
  return figureOfRate("on_time_rate", row?.onTime ?? 0, row?.base ?? 0);
}

/** Working days from receipt to answer, one for each answered case. Pairs of days repeat, so each is walked once. */
async function daysToAnswer(db: Db, counted: SQL | undefined): Promise<number[]> {
  const answeredOn = sql<string>`to_char(${cases.answeredAt} at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD')`;
  const pairs = await db
    .select({ from: cases.receivedOn, to: answeredOn, n: count })
    .from(cases)
    .where(and(counted, isNotNull(cases.answeredAt)))
    .groupBy(cases.receivedOn, answeredOn);
  const calendar = await currentCalendar(db);
  return pairs.flatMap(({ from, to, n }) => Array<number>(n).fill(workingDaysBetween(calendar, from, to)));
}

async function countStars(db: Db, counted: SQL | undefined): Promise<LevelCounts> {
  const rows = await db
    .select({ stars: cases.rating, n: count })
    .from(cases)
    .where(and(counted, isNotNull(cases.rating)))
    .groupBy(cases.rating);
  const of = (stars: number) => rows.find((row) => row.stars === stars)?.n ?? 0;
  return [of(1), of(2), of(3), of(4), of(5)];
}

/** By the unit that must answer, called as it is today, or as it was last. */
async function countByUnit(db: Db, counted: SQL | undefined, today: CivilDay): Promise<CaseStatistics["byUnit"]> {
  const rows = await db
    .select({ unitId: cases.unitId, slug: units.slug, n: count })
    .from(cases)
    .innerJoin(units, eq(cases.unitId, units.id))
    .where(counted)
    .groupBy(cases.unitId, units.slug)
    .orderBy(desc(count), units.slug);
  if (rows.length === 0) return [];
  const names = await db
    .selectDistinctOn([unitVersions.unitId], { unitId: unitVersions.unitId, nameVi: unitVersions.nameVi, nameEn: unitVersions.nameEn })
    .from(unitVersions)
    .where(
      and(
        inArray(
          unitVersions.unitId,
          rows.flatMap(({ unitId }) => (unitId ? [unitId] : [])),
        ),
        lte(unitVersions.validFrom, today),
      ),
    )
    .orderBy(unitVersions.unitId, desc(unitVersions.validFrom));
  return rows.flatMap(({ unitId, slug, n }) => {
    const name = names.find((one) => one.unitId === unitId);
    return name ? [{ unit: { slug, nameVi: name.nameVi, nameEn: name.nameEn }, n }] : [];
  });
}
