import { and, asc, eq } from "drizzle-orm";
import { assignments, auditEvents } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { civilDay, type CivilDay } from "../calendar/civil-day.ts";
import type { CaseRow } from "./take-case.server.ts";
import { transitions } from "./transitions.ts";
import { loadUnitNames, type UnitName } from "./unit-words.server.ts";
import type { TimelineStep } from "./vocabulary.ts";

export type TimelineEntry = {
  step: TimelineStep;
  at: Date;
  on: CivilDay;
  /** The unit a case was given to, as it was called then. */
  unit: UnitName | null;
};

const steps = new Map(Object.entries(transitions).map(([name, transition]) => [`case.${name}`, transition.step]));

/** What happened to a case, as far as its sender is told: the trace is the time line. Oldest first. */
export async function loadTimeline(db: Db, theCase: Pick<CaseRow, "id" | "receivedAt" | "receivedOn">): Promise<TimelineEntry[]> {
  const events = await db
    .select({ act: auditEvents.act, at: auditEvents.at })
    .from(auditEvents)
    .where(and(eq(auditEvents.subject, "case"), eq(auditEvents.subjectId, theCase.id)))
    .orderBy(asc(auditEvents.seq));
  const given = await db
    .select({ versionId: assignments.toUnitVersionId, at: assignments.createdAt })
    .from(assignments)
    .where(and(eq(assignments.caseId, theCase.id), eq(assignments.role, "lead")));
  const names = await loadUnitNames(
    db,
    given.map((assignment) => assignment.versionId),
  );

  return events.flatMap(({ act, at }): TimelineEntry[] => {
    const step = steps.get(act);
    if (!step) return [];
    if (step === "received") return [{ step, at: theCase.receivedAt, on: theCase.receivedOn, unit: null }];
    const to = step === "assigned" ? given.find((assignment) => assignment.at.getTime() === at.getTime()) : undefined;
    return [{ step, at, on: civilDay(at), unit: (to && names.get(to.versionId)) ?? null }];
  });
}
