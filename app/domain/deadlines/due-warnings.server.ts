import { and, asc, eq, gt, isNull, notInArray } from "drizzle-orm";
import { cases, clocks, deadlineRules } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { CivilDay } from "../calendar/civil-day.ts";
import { loadCalendar, regionOf, toStoredClock } from "../calendar/index.server.ts";
import { type Warning, warningOn } from "../calendar/warnings.ts";
import type { Calendar } from "../calendar/working-days.ts";
import type { CaseKind } from "../feedback/vocabulary.ts";
import type { InHand } from "./addressees.server.ts";

/** A clock somebody is to be warned of today, with what decides who. */
export type DueWarning = InHand & { clockId: string; code: string; kind: CaseKind; dueOn: CivilDay; warning: Warning };

const atOnce = 1_000;

/** Every open clock of the office whose warning has come; the sender's own time is not among them. */
export async function listDueWarnings(db: Db, today: CivilDay): Promise<DueWarning[]> {
  const calendars = new Map<number, Calendar>();
  const regions = new Map<string, string[]>();
  const due: DueWarning[] = [];
  for (let last = "", page = await readPage(db, last); page.length > 0; page = await readPage(db, last)) {
    for (const { clock: row, rule, theCase } of page) {
      last = row.id;
      const unitId = theCase.unitId ?? theCase.aboutUnitId;
      const clock = toStoredClock(row, rule);
      const calendar = calendars.get(clock.calendarVersion) ?? (await loadCalendar(db, clock.calendarVersion));
      calendars.set(clock.calendarVersion, calendar);
      const region = regions.get(unitId ?? "") ?? (await regionOf(db, unitId, today));
      regions.set(unitId ?? "", region);

      const warning = warningOn(calendar, clock, today, region);
      if (!warning) continue;
      const { code, kind, state, handlerId } = theCase;
      due.push({ clockId: row.id, code, kind, state, handlerId, unitId, step: row.step, dueOn: row.dueOn, warning });
    }
  }
  return due;
}

const readPage = (db: Db, after: string) =>
  db
    .select({
      clock: clocks,
      rule: deadlineRules,
      theCase: {
        code: cases.code,
        kind: cases.kind,
        state: cases.state,
        handlerId: cases.handlerId,
        unitId: cases.unitId,
        aboutUnitId: cases.aboutUnitId,
      },
    })
    .from(clocks)
    .innerJoin(deadlineRules, eq(clocks.ruleId, deadlineRules.id))
    .innerJoin(cases, eq(clocks.caseId, cases.id))
    .where(
      and(
        isNull(clocks.stoppedOn),
        notInArray(clocks.step, ["supplement"]),
        notInArray(cases.state, ["CHUYEN_MAT"]),
        after ? gt(clocks.id, after) : undefined,
      ),
    )
    .orderBy(asc(clocks.id))
    .limit(atOnce);
