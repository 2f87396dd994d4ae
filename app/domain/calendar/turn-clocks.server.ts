import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { clocks } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import type { CaseKind } from "../feedback/vocabulary.ts";
import { loadClocks, regionOf, type StoredClock } from "./case-clocks.server.ts";
import { civilDay, type CivilDay } from "./civil-day.ts";
import {
  extendClock,
  pauseClock,
  pausedSince,
  restartClock,
  resumeClock,
  startClock,
  stopClock,
  voidClock,
  widenClock,
  type Clock,
} from "./clock.ts";
import { currentCalendar, loadCalendar } from "./load-calendar.server.ts";
import { loadRules, type StoredRule } from "./load-rules.server.ts";
import { done, refuse } from "../outcome.ts";
import { ruleFor } from "./rules.ts";
import { clockSteps, type ClockEvent, type ClockStep } from "./vocabulary.ts";
import { dayOfReceipt } from "./working-days.ts";

/** What a case's clocks need to know of it. */
export type Clocked = { id: string; kind: CaseKind; unitId: string | null };

/** The effects of one act, carried out in this order. Steps without a running clock are passed over. */
export type ClockTurns = {
  stop?: readonly ClockStep[];
  void?: readonly ClockStep[] | "all";
  pause?: readonly ClockStep[];
  resume?: readonly ClockStep[];
  lastTransfer?: boolean;
  /** Another authority must be heard: the answer goes over to the `inter_agency` variant of its rule, where there is one. */
  interAgency?: boolean;
  answerAgain?: boolean;
  start?: readonly ClockEvent[];
  /** Where new clocks begin, when it is not the day of the act: a part of a case split keeps the day of receipt. */
  startOn?: CivilDay;
};

export type ClocksNow = {
  /** The next day something is due: the earliest due day of a clock that runs. */
  nextDueOn: CivilDay | null;
  /** Due day of the newest clock for the answer. */
  answerDueOn: CivilDay | null;
};

/**
 * Turns the clocks of a case with an act, and says what is due next; the caller stores that with the case, in the same
 * write. The pure rules decide; this only reads and writes rows.
 */
export async function turnClocks(tx: Db, theCase: Clocked, turns: ClockTurns, now: Date): Promise<ClocksNow> {
  const on = civilDay(now);
  const before = await loadClocks(tx, [theCase.id]);
  const running = (steps: readonly ClockStep[]) => after.filter((clock) => clock.stoppedOn === null && steps.includes(clock.step));
  const region = await regionOf(tx, theCase.unitId, on);
  let after = [...before];
  // A clock that begins tomorrow, by its cut-off hour, is met on its first day.
  const onOf = (clock: StoredClock) => (on < clock.startedOn ? clock.startedOn : on);
  const change = (clock: StoredClock, changed: Clock) => {
    after = after.map((other) => (other.id === clock.id ? { ...other, ...changed, ruleId: clock.ruleId } : other));
  };

  for (const clock of running(turns.stop ?? [])) change(clock, must(stopClock(clock, onOf(clock))));
  for (const clock of running(turns.void === "all" ? clockSteps : (turns.void ?? []))) change(clock, must(voidClock(clock, onOf(clock))));
  for (const clock of running(turns.pause ?? [])) change(clock, must(pauseClock(clock, onOf(clock), "supplement")));
  for (const clock of running(turns.resume ?? [])) {
    if (!pausedSince(clock)) continue;
    change(clock, must(resumeClock(await loadCalendar(tx, clock.calendarVersion), clock, onOf(clock), "restart", region)));
  }
  if (turns.lastTransfer) {
    for (const clock of running(["answer"])) {
      // Past its due day it goes on as it is: a transfer wipes out no delay.
      if (clock.fromEvent !== "last_transfer" || on > clock.dueOn || on <= clock.startedOn) continue;
      change(clock, must(restartClock(await loadCalendar(tx, clock.calendarVersion), clock, on, region)));
    }
  }
  if (turns.interAgency) {
    const rules = await loadRules(tx, theCase.kind);
    for (const clock of running(["answer"])) {
      const wider = ruleFor(rules, theCase.kind, "answer", clock.startedOn, { unit: region, variant: "inter_agency" }) as StoredRule | undefined;
      if (!wider || clock.ruleCode === wider.code || on > clock.dueOn) continue;
      const calendar = await loadCalendar(tx, clock.calendarVersion);
      change({ ...clock, ruleId: wider.id }, must(widenClock(calendar, clock, wider, onOf(clock), region)));
    }
  }
  for (const clock of after) if (before.some((old) => old.id === clock.id && old !== clock)) await storeClock(tx, clock, now);

  const events = turns.start ?? [];
  if (events.length > 0 || turns.answerAgain) {
    const rules = await loadRules(tx, theCase.kind);
    const from = turns.startOn ?? on;
    const wanted: StoredRule[] = [];
    for (const step of clockSteps) {
      const rule = ruleFor(rules, theCase.kind, step, from, { unit: region }) as StoredRule | undefined;
      if (!rule) continue;
      const again = step === "answer" && turns.answerAgain === true;
      if (again || (events.includes(rule.fromEvent) && running([step]).length === 0)) wanted.push(rule);
    }
    after.push(...(await insertClocks(tx, theCase.id, wanted, from, region, now)));
  }
  return dueNext(after);
}

/** A later due day for the answer. Refuses with the codes of the pure rule, or `clock.none`. */
export async function extendAnswer(tx: Db, theCase: Clocked, to: CivilDay, now: Date) {
  const on = civilDay(now);
  const all = await loadClocks(tx, [theCase.id]);
  const clock = all.find((one) => one.step === "answer" && one.stoppedOn === null);
  if (!clock) return refuse("clock.none");
  const extended = extendClock(await loadCalendar(tx, clock.calendarVersion), clock, to, on, await regionOf(tx, theCase.unitId, on));
  if (!extended.ok) return extended;
  const changed = { ...clock, ...extended.value };
  await storeClock(tx, changed, now);
  return done({ from: clock.dueOn, ...dueNext(all.map((one) => (one.id === clock.id ? changed : one))) });
}

/** The due day an answer clock would get if it started on that day: what may be promised before it runs. */
export async function answerDueFrom(db: Db, theCase: Omit<Clocked, "id">, from: CivilDay): Promise<CivilDay | null> {
  const region = await regionOf(db, theCase.unitId, from);
  const rule = ruleFor(await loadRules(db, theCase.kind), theCase.kind, "answer", from, { unit: region });
  return rule ? startClock(await currentCalendar(db), rule, from, region).dueOn : null;
}

async function insertClocks(
  tx: Db,
  caseId: string,
  rules: readonly StoredRule[],
  from: CivilDay,
  region: string[],
  now: Date,
): Promise<StoredClock[]> {
  if (rules.length === 0) return [];
  const calendar = await currentCalendar(tx);
  const started = rules.map((rule) => {
    const { code: ruleCode, version: ruleVersion, fromEvent, basis, count, step } = rule;
    const clock: StoredClock = {
      ...startClock(calendar, rule, from === civilDay(now) ? dayOfReceipt(calendar, now, rule.cutOffHour, region) : from, region),
      id: randomUUID(),
      caseId,
      step,
      ruleId: rule.id,
      ruleCode,
      ruleVersion,
      fromEvent,
      basis,
      count,
    };
    return { clock, ruleId: rule.id };
  });
  await tx.insert(clocks).values(
    started.map(({ clock: { id, step, startedOn, dueOn, originalDueOn }, ruleId }) => ({
      id,
      caseId,
      step,
      ruleId,
      calendarVersionId: calendar.version,
      startedOn,
      dueOn,
      originalDueOn,
      createdAt: now,
    })),
  );
  return started.map(({ clock }) => clock);
}

async function storeClock(tx: Db, clock: StoredClock, now: Date): Promise<void> {
  await tx
    .update(clocks)
    .set({
      ruleId: clock.ruleId,
      dueOn: clock.dueOn,
      pauses: [...clock.pauses],
      changes: [...clock.changes],
      stoppedOn: clock.stoppedOn,
      stoppedAt: clock.stoppedOn ? now : null,
      outcome: clock.outcome,
    })
    .where(eq(clocks.id, clock.id));
}

function dueNext(all: readonly StoredClock[]): ClocksNow {
  const due = all.filter((clock) => clock.stoppedOn === null && !pausedSince(clock)).map((clock) => clock.dueOn);
  return {
    nextDueOn: due.sort()[0] ?? null,
    answerDueOn: all.findLast((clock) => clock.step === "answer")?.dueOn ?? null,
  };
}

/** The table of transitions leads a clock only where it may go; anything else is a bug, not a refusal. */
function must(outcome: { ok: true; value: Clock } | { ok: false; code: string }): Clock {
  if (!outcome.ok) throw new Error(`The clock refused: ${outcome.code}`);
  return outcome.value;
}
