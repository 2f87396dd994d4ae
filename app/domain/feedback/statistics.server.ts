import { and, eq, exists, gt, gte, inArray, isNull, lt, lte, not, notInArray, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { caseDayChanges, caseDays, cases, clocks, procedures, units } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { CivilDay } from "../calendar/civil-day.ts";
import { currentCalendar } from "../calendar/index.server.ts";
import type { LevelCounts } from "../insights/estimators.ts";
import { type Figure, figureOfCounts, figureOfMedian, figureOfRate, figureOfTotal } from "../insights/figures.ts";
import { listDescendantIds } from "../units/index.server.ts";
import { countCaseDays, isCounted } from "./case-days.server.ts";
import { type DayFigures, mergeDays } from "./day-figures.ts";

export type CaseStatistics = {
  received: Figure;
  onTime: Figure;
  medianDays: Figure;
  /** Share of senders who gave 4 or 5 stars, with its interval. */
  answerRating: Figure;
  /** Mean of the stars; hidden under five ratings. */
  meanRating: Figure;
  stars: LevelCounts | null;
};

export type StatisticsFilter = {
  /** Days of receipt, both included. */
  from?: CivilDay | undefined;
  to?: CivilDay | undefined;
} & (
  | { /** Slug of a unit; all below it count with it. */ unit?: string | undefined; procedure?: undefined }
  | { /** Slug of a procedure. */ procedure: string; unit?: undefined }
);

/**
 * The public figures of feedback, each by its one definition in the registry. What left for the confidential procedure
 * is in none of them; of a case that was split its parts count, not itself. Days that are folded are read as they were
 * kept, those that changed since from the cases: exact at every moment, and no dearer the more cases there are.
 */
export async function caseStatistics(db: Db, filter: StatisticsFilter, today: CivilDay): Promise<CaseStatistics> {
  // One look at everything: a day that is folded meanwhile counts neither twice nor not at all.
  return db.transaction((tx) => read(tx, filter, today), { isolationLevel: "repeatable read", accessMode: "read only" });
}

async function read(tx: Db, filter: StatisticsFilter, today: CivilDay): Promise<CaseStatistics> {
  const scope = await findScope(tx, filter);
  const figures = scope ? mergeDays(await readDays(tx, scope, filter)) : mergeDays([]);
  const overdue = scope ? await countOverdue(tx, scope, filter, today) : 0;

  const answered = figures.onTime + figures.late;
  const [one = 0, two = 0, three = 0, four = 0, five = 0] = figures.stars;
  const stars: LevelCounts = [one, two, three, four, five];
  const rated = figureOfCounts("answer_rating", stars);
  return {
    received: figureOfTotal("cases_received", figures.received),
    onTime: figureOfRate("on_time_rate", figures.onTime, answered + overdue),
    medianDays: figureOfMedian("median_days_to_answer", inOrder(figures.waits)),
    answerRating: rated,
    meanRating: figureOfCounts("mean_score", stars),
    stars: rated.suppressed ? null : stars,
  };
}

type Scope = { scope: (typeof caseDays.$inferSelect)["scope"]; id: string; unitIds?: string[]; procedureId?: string };

/** Undefined when there is no such unit or procedure. */
async function findScope(db: Db, { unit, procedure }: StatisticsFilter): Promise<Scope | undefined> {
  if (unit) {
    const [found] = await db.select({ id: units.id }).from(units).where(eq(units.slug, unit));
    return found && { scope: "unit", id: found.id, unitIds: await listDescendantIds(db, [found.id]) };
  }
  if (procedure) {
    const [found] = await db.select({ id: procedures.id }).from(procedures).where(eq(procedures.slug, procedure));
    return found && { scope: "procedure", id: found.id, procedureId: found.id };
  }
  return { scope: "all", id: "" };
}

const inScope = ({ unitIds, procedureId }: Scope) =>
  unitIds ? inArray(cases.unitId, unitIds) : procedureId ? eq(cases.procedureId, procedureId) : undefined;

async function readDays(db: Db, scope: Scope, { from, to }: StatisticsFilter): Promise<DayFigures[]> {
  const within = (day: typeof caseDays.day | typeof caseDayChanges.day | typeof cases.receivedOn) =>
    and(from ? gte(day, from) : undefined, to ? lte(day, to) : undefined);
  const changed = (await db.selectDistinct({ day: caseDayChanges.day }).from(caseDayChanges).where(within(caseDayChanges.day))).map(({ day }) => day);
  const kept = await db
    .select()
    .from(caseDays)
    .where(
      and(
        eq(caseDays.scope, scope.scope),
        eq(caseDays.scopeId, scope.id),
        within(caseDays.day),
        changed.length > 0 ? notInArray(caseDays.day, changed) : undefined,
      ),
    );
  const fresh = changed.length > 0 ? await countCaseDays(db, and(inArray(cases.receivedOn, changed), inScope(scope)), await currentCalendar(db)) : [];
  return [...kept.map(({ waits, ...day }) => ({ ...day, waits: pairsOf(waits) })), ...fresh.map(({ figures }) => figures)];
}

/** Cases whose last answer is past its day and not given. A clock that stands still counts for nothing. */
async function countOverdue(db: Db, scope: Scope, { from, to }: StatisticsFilter, today: CivilDay): Promise<number> {
  const later = alias(clocks, "later");
  const newer = or(gt(later.startedOn, clocks.startedOn), and(eq(later.startedOn, clocks.startedOn), gt(later.createdAt, clocks.createdAt)));
  const [row] = await db
    .select({ n: sql<number>`count(*)`.mapWith(Number) })
    .from(clocks)
    .innerJoin(cases, eq(cases.id, clocks.caseId))
    .where(
      and(
        isNull(clocks.stoppedOn),
        lt(clocks.dueOn, today),
        eq(clocks.step, "answer"),
        sql`${clocks.outcome} is distinct from 'void'`,
        sql`not exists (select 1 from jsonb_array_elements(${clocks.pauses}) pause where pause ->> 'to' is null)`,
        not(
          exists(
            db
              .select({ one: sql`1` })
              .from(later)
              .where(and(eq(later.caseId, clocks.caseId), eq(later.step, "answer"), sql`${later.outcome} is distinct from 'void'`, newer)),
          ),
        ),
        isCounted,
        inScope(scope),
        from ? gte(cases.receivedOn, from) : undefined,
        to ? lte(cases.receivedOn, to) : undefined,
      ),
    );
  return row?.n ?? 0;
}

/** `[days, cases, days, cases, …]` as it is stored. */
const pairsOf = (flat: readonly number[]) =>
  new Map(Array.from({ length: flat.length / 2 }, (_, pair): [number, number] => [flat[2 * pair] ?? 0, flat[2 * pair + 1] ?? 0]));

const inOrder = (waits: DayFigures["waits"]): number[] => [...waits].sort(([a], [b]) => a - b).flatMap(([days, n]) => Array<number>(n).fill(days));
