import { answerDueFrom, currentCalendar, loadRules, regionOf } from "#app/domain/calendar/index.server.ts";
import { startClock } from "#app/domain/calendar/clock.ts";
import type { CivilDay } from "#app/domain/calendar/civil-day.ts";
import { ruleFor } from "#app/domain/calendar/rules.ts";
import { clockSteps, type ClockStep, type DayCount } from "#app/domain/calendar/vocabulary.ts";
import type { CaseKind } from "#app/domain/feedback/vocabulary.ts";
import type { Visit } from "#app/platform/guards.server.ts";

/**
 * What may be promised before sending: so many days, and the day it comes to if sent today; until when we look whether
 * we can take it, and pass it on.
 */
export type AnswerPromise = {
  amount: number;
  count: DayCount;
  on: CivilDay;
  fromAcceptance: boolean;
  checkedBy: CivilDay | null;
  passedOnBy: CivilDay | null;
};

/** By the deadline rule of the kind (and unit) in force today; undefined when no rule speaks. `unitId` null: any unit. */
export async function promiseAnswer(db: Visit["db"], kind: CaseKind, unitId: string | null, today: CivilDay): Promise<AnswerPromise | undefined> {
  const [rules, calendar, region] = await Promise.all([loadRules(db, kind), currentCalendar(db), regionOf(db, unitId, today)]);
  const rule = ruleFor(rules, kind, "answer", today, { unit: region });
  if (!rule) return undefined;

  // A kind that is timed from acceptance: even if we accept on the last day we may.
  const dueOf = (step: ClockStep) => {
    const first = ruleFor(rules, kind, step, today, { unit: region });
    return first?.fromEvent === "received" ? startClock(calendar, first, today, region).dueOn : null;
  };
  const intake = clockSteps.flatMap((step) => dueOf(step) ?? []);
  const fromAcceptance = rule.fromEvent === "accepted";
  const on = await answerDueFrom(db, { kind, unitId }, fromAcceptance ? (intake.sort()[0] ?? today) : today);
  if (!on) return undefined;
  return { amount: rule.amount, count: rule.count, on, fromAcceptance, checkedBy: dueOf("refuse"), passedOnBy: dueOf("transfer") };
}
