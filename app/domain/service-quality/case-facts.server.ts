import { and, asc, between, eq, inArray, isNotNull, ne, or, sql } from "drizzle-orm";
import { cases, clocks } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { CivilDay } from "../calendar/civil-day.ts";
import { loadClocks, regionOf, type StoredClock } from "../calendar/index.server.ts";
import { explainDeadline, type Pause } from "../calendar/explain-deadline.ts";
import type { Calendar } from "../calendar/working-days.ts";
import type { CaseFact } from "./month-snapshot.ts";
import { type CaseFault, type TimedStep, timedSteps } from "./vocabulary.ts";

type Period = { from: CivilDay; to: CivilDay };

/** What left for the confidential procedure is in no figure. */
const isCounted = ne(cases.state, "CHUYEN_MAT");
const isReport = and(isCounted, eq(cases.kind, "phan_anh_kien_nghi"));
const ratedOn = sql<CivilDay | null>`to_char(${cases.ratedAt} at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD')`;
const inPeriod = ({ from, to }: Period) => sql`${cases.receivedOn} between ${from} and ${to}`;

/**
 * Reports and recommendations of some units that a timed step of ended in the period, that were overdue on its last day, or that
 * their senders rated in it: most ratings come when the last step is over, often in the month after. The steps are timed anew by the
 * rules’ own limits (Decision 766, 5.2): extensions do not count, waiting for the sender does.
 * @param limits working days each step may take
 */
export async function caseFacts(
  db: Db,
  unitIds: readonly string[],
  period: Period,
  limits: Readonly<Partial<Record<TimedStep, number>>>,
  calendar: Calendar,
): Promise<CaseFact[]> {
  if (unitIds.length === 0) return [];
  const touched = db
    .select({ id: clocks.caseId })
    .from(clocks)
    .where(
      and(
        inArray(clocks.step, [...timedSteps]),
        sql`${clocks.startedOn} <= ${period.to}`,
        sql`(${clocks.stoppedOn} is null or ${clocks.stoppedOn} >= ${period.from})`,
      ),
    );
  const rows = await db
    .select({
      id: cases.id,
      code: cases.code,
      unitId: cases.unitId,
      refused: sql<boolean>`${cases.refusalReason} is not null`,
      asked: cases.supplementRequests,
      rating: cases.rating,
      ratedOn,
      reopened: cases.reopenedFrom,
      appealed: sql<boolean>`${cases.appealedUnitId} is not null`,
    })
    .from(cases)
    .where(and(isReport, inArray(cases.unitId, [...unitIds]), or(inArray(cases.id, touched), between(ratedOn, period.from, period.to))))
    .orderBy(asc(cases.code));
  const stored = await loadClocks(
    db,
    rows.map(({ id }) => id),
  );
  const ofCase = (id: string) => stored.filter(({ caseId }) => caseId === id);
  const regions = new Map<string | null, string[]>();
  for (const { unitId } of rows) if (!regions.has(unitId)) regions.set(unitId, await regionOf(db, unitId, period.to));

  return rows.flatMap((row) => {
    const steps = ofCase(row.id).flatMap((clock) => stepOf(clock, row, period, limits, calendar, regions.get(row.unitId) ?? []));
    const rated = row.ratedOn !== null && period.from <= row.ratedOn && row.ratedOn <= period.to;
    if (steps.length === 0 && !rated) return [];
    const faults = steps.flatMap(({ step, endedOn, late }): CaseFault[] => (late ? [faultOf(step, endedOn)] : []));
    const disliked = row.rating !== null && row.rating <= dislikedAtMost && row.ratedOn !== null && row.ratedOn <= period.to;
    if (disliked) faults.push("disliked");
    if (row.reopened > 0 || row.appealed) faults.push("repeated");
    return [{ code: row.code, steps, faults: [...new Set(faults)] }];
  });
}

/** Stars that mean dislike: 1 and 2 of 5. */
const dislikedAtMost = 2;

function stepOf(
  clock: StoredClock,
  row: { refused: boolean; asked: number },
  { from, to }: Period,
  limits: Readonly<Partial<Record<TimedStep, number>>>,
  calendar: Calendar,
  region: string[],
): CaseFact["steps"] {
  const step = timedSteps.find((one) => one === clock.step);
  const amount = step && limits[step];
  if (!step || !amount || clock.outcome === "void") return [];
  const endedOn = clock.stoppedOn !== null && clock.stoppedOn <= to ? clock.stoppedOn : null;
  // Taking a case up also ends the time to refuse it and to ask for more: only what was done is timed.
  if (step === "refuse" && !(row.refused && endedOn)) return [];
  if (step === "request_more" && !(row.asked > 0 && endedOn)) return [];
  const pauses: Pause[] = clock.pauses.filter((pause) => pause.from <= to);
  const { due } = explainDeadline(calendar, { from: clock.startedOn, amount, count: "working_days", pauses, unit: region });
  if (endedOn !== null) return endedOn < from ? [] : [{ step, from: clock.startedOn, due, endedOn, late: endedOn > due }];
  const waiting = pauses.some((pause) => pause.to === null || pause.to > to);
  return due <= to && !waiting ? [{ step, from: clock.startedOn, due, endedOn: null, late: true }] : [];
}

function faultOf(step: TimedStep, endedOn: CivilDay | null): CaseFault {
  if (step === "refuse") return "refused_late";
  if (step === "request_more") return "asked_late";
  if (step === "answer") return endedOn ? "answered_late" : "unanswered";
  return endedOn ? "published_late" : "unpublished";
}

/** Reports received in the period, and how many of them are sorted by content or field (watched only: 5.1). */
export async function countReceived(db: Db, unitIds: readonly string[], period: Period): Promise<{ all: number; classified: number }> {
  if (unitIds.length === 0) return { all: 0, classified: 0 };
  const [row] = await db
    .select({
      all: sql<number>`count(*)`.mapWith(Number),
      classified: sql<number>`count(*) filter (where ${cases.content} is not null or ${cases.field} is not null)`.mapWith(Number),
    })
    .from(cases)
    .where(and(isReport, inArray(cases.unitId, [...unitIds]), inPeriod(period)));
  return row ?? { all: 0, classified: 0 };
}

/** Reports received in the period about how dossiers are handled: those that name a procedure, or the one-stop desk (5.4). */
export async function countAboutDossiers(db: Db, unitIds: readonly string[], period: Period): Promise<number> {
  if (unitIds.length === 0) return 0;
  const [row] = await db
    .select({ n: sql<number>`count(*)`.mapWith(Number) })
    .from(cases)
    .where(
      and(
        isReport,
        inArray(cases.unitId, [...unitIds]),
        inPeriod(period),
        sql`(${cases.procedureId} is not null or ${cases.field} in ('mot-cua', 'dich-vu-cong-truc-tuyen'))`,
      ),
    );
  return row?.n ?? 0;
}

/** Answers given in the period, those in time among them; an answer overdue on its last day counts as one not in time. */
export async function countAnswers(db: Db, unitIds: readonly string[], { from, to }: Period): Promise<{ inTime: number; all: number }> {
  if (unitIds.length === 0) return { inTime: 0, all: 0 };
  const ended = sql`${clocks.stoppedOn} between ${from} and ${to} and ${clocks.outcome} in ('on_time', 'late')`;
  const overdue = sql`${clocks.startedOn} <= ${to} and ${clocks.dueOn} <= ${to} and (${clocks.stoppedOn} is null or ${clocks.stoppedOn} > ${to})
    and ${clocks.outcome} is distinct from 'void'
    and not exists (select 1 from jsonb_array_elements(${clocks.pauses}) pause
      where pause ->> 'from' <= ${to} and (pause ->> 'to' is null or pause ->> 'to' > ${to}))`;
  const [row] = await db
    .select({
      all: sql<number>`count(*)`.mapWith(Number),
      inTime: sql<number>`count(*) filter (where ${ended} and ${clocks.outcome} = 'on_time')`.mapWith(Number),
    })
    .from(clocks)
    .innerJoin(cases, eq(cases.id, clocks.caseId))
    .where(and(isCounted, inArray(cases.unitId, [...unitIds]), eq(clocks.step, "answer"), sql`((${ended}) or (${overdue}))`));
  return row ?? { inTime: 0, all: 0 };
}

/** Cases that complain of named officials, answered in the period as right or partly right. Only their number is known here. */
export async function countUpheldConduct(db: Db, unitIds: readonly string[], { from, to }: Period): Promise<number> {
  if (unitIds.length === 0) return 0;
  const [row] = await db
    .select({ n: sql<number>`count(*)`.mapWith(Number) })
    .from(cases)
    .where(
      and(
        isCounted,
        inArray(cases.aboutUnitId, [...unitIds]),
        isNotNull(cases.answeredAt),
        inArray(cases.conclusion, ["correct", "partly_correct"]),
        sql`(${cases.answeredAt} at time zone 'Asia/Ho_Chi_Minh')::date between ${from} and ${to}`,
        sql`exists (select 1 from case_named_officials named where named.case_id = ${cases.id})`,
      ),
    );
  return row?.n ?? 0;
}
