import { expect, test } from "vitest";
import { refuse, type Outcome } from "../outcome.ts";
import {
  dueIfContinued,
  explainClock,
  extendClock,
  isOverdue,
  pauseClock,
  restartClock,
  resumeClock,
  startClock,
  stopClock,
  recomputeClock,
  voidClock,
} from "./clock.ts";
import { officialCalendar as calendar, officialDays } from "./official-days.ts";
import { warningOn } from "./warnings.ts";
import { calendarOf } from "./working-days.ts";

const rule = { amount: 15, count: "working_days", ceiling: 30 } as const;
const value = <Value>(outcome: Outcome<Value, string>): Value => {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
};
const started = startClock(calendar, rule, "2026-04-24");

test("a clock starts with its due day, its calendar version and nothing else", () => {
  expect(started).toMatchObject({
    startedOn: "2026-04-24",
    dueOn: "2026-05-20",
    originalDueOn: "2026-05-20",
    calendarVersion: 0,
    pauses: [],
    changes: [],
    stoppedOn: null,
    outcome: null,
  });
});

test("a supplement gives the whole time again, and both figures are kept", () => {
  const paused = value(pauseClock(started, "2026-05-05", "supplement"));
  const resumed = value(resumeClock(calendar, paused, "2026-05-12", "restart"));
  expect(resumed.dueOn).toBe("2026-06-02");
  expect(resumed.originalDueOn).toBe("2026-05-20");
  expect(dueIfContinued(calendar, resumed)).toBe("2026-05-27");
  expect(explainClock(calendar, resumed).due).toBe("2026-06-02");
});

test("under the other policy only what was left is counted", () => {
  const paused = value(pauseClock(started, "2026-05-05", "supplement"));
  const resumed = value(resumeClock(calendar, paused, "2026-05-12", "continue"));
  expect(resumed.dueOn).toBe("2026-05-27");
});

test("a supplement that was asked for after the due day wipes out no delay", () => {
  const paused = value(pauseClock(started, "2026-05-25", "supplement"));
  expect(value(resumeClock(calendar, paused, "2026-06-01", "restart")).dueOn).toBe("2026-05-20");
});

test("a standing clock is neither overdue nor warned about, and cannot stand still twice", () => {
  const paused = value(pauseClock(started, "2026-05-05", "supplement"));
  expect(isOverdue(paused, "2026-07-01")).toBe(false);
  expect(warningOn(calendar, paused, "2026-05-19")).toBeUndefined();
  expect(pauseClock(paused, "2026-05-06", "supplement")).toEqual(refuse("clock.paused"));
  expect(resumeClock(calendar, started, "2026-05-06", "restart")).toEqual(refuse("clock.not_paused"));
});

test("the last transfer starts the count again, and keeps the first due day", () => {
  const moved = value(restartClock(calendar, started, "2026-05-06"));
  expect(moved).toMatchObject({ startedOn: "2026-04-24", originalDueOn: "2026-05-20", dueOn: "2026-05-27" });
  expect(explainClock(calendar, moved).days.filter((day) => day.ordinal === 1)[0]?.day).toBe("2026-05-07");
  expect(value(restartClock(calendar, moved, "2026-05-07")).dueOn).toBe("2026-05-28");
  expect(restartClock(calendar, started, "2026-05-21")).toEqual(refuse("clock.past_due"));
});

test("an extension is later, on a working day, asked for in time and within the ceiling", () => {
  const extended = value(extendClock(calendar, started, "2026-05-29", "2026-05-18"));
  expect(extended).toMatchObject({ dueOn: "2026-05-29", originalDueOn: "2026-05-20" });
  expect(explainClock(calendar, extended)).toMatchObject({ due: "2026-05-29", amount: 22 });

  expect(extendClock(calendar, started, "2026-05-20", "2026-05-18")).toEqual(refuse("clock.not_later", { due: "2026-05-20" }));
  expect(extendClock(calendar, started, "2026-05-30", "2026-05-18")).toEqual(refuse("clock.not_a_working_day"));
  expect(extendClock(calendar, started, "2026-05-29", "2026-05-21")).toEqual(refuse("clock.past_due"));
  expect(value(extendClock(calendar, started, "2026-06-10", "2026-05-20")).dueOn).toBe("2026-06-10");
  expect(extendClock(calendar, started, "2026-06-11", "2026-05-20")).toEqual(refuse("clock.beyond_ceiling", { latest: "2026-06-10" }));
  const fixed = startClock(calendar, { ...rule, ceiling: null }, "2026-04-24");
  expect(extendClock(calendar, fixed, "2026-05-29", "2026-05-18")).toEqual(refuse("clock.no_extension"));
});

test("an extension survives a later pause that continues", () => {
  const extended = value(extendClock(calendar, started, "2026-05-22", "2026-05-18"));
  const paused = value(pauseClock(extended, "2026-05-19", "supplement"));
  expect(value(resumeClock(calendar, paused, "2026-05-21", "continue")).dueOn).toBe("2026-05-26");
});

test("a clock is on time to the end of its due day, and late from the day after", () => {
  expect(value(stopClock(started, "2026-05-20")).outcome).toBe("on_time");
  expect(value(stopClock(started, "2026-05-21")).outcome).toBe("late");
  expect(isOverdue(started, "2026-05-20")).toBe(false);
  expect(isOverdue(started, "2026-05-21")).toBe(true);
});

test("a clock stopped while it stood still is judged by the day it stood still", () => {
  const paused = value(pauseClock(started, "2026-05-05", "supplement"));
  expect(value(stopClock(paused, "2026-06-30"))).toMatchObject({
    outcome: "on_time",
    pauses: [{ from: "2026-05-05", to: "2026-06-30", reason: "supplement" }],
  });
});

test("a stopped clock changes no more", () => {
  const stopped = value(stopClock(started, "2026-05-15"));
  expect(value(voidClock(started, "2026-05-15")).outcome).toBe("void");
  expect(stopClock(stopped, "2026-05-16")).toEqual(refuse("clock.stopped"));
  expect(voidClock(stopped, "2026-05-16")).toEqual(refuse("clock.stopped"));
  expect(pauseClock(stopped, "2026-05-16", "supplement")).toEqual(refuse("clock.stopped"));
  expect(extendClock(calendar, stopped, "2026-05-29", "2026-05-16")).toEqual(refuse("clock.stopped"));
  expect(restartClock(calendar, stopped, "2026-05-16")).toEqual(refuse("clock.stopped"));
  expect(warningOn(calendar, stopped, "2026-05-21")).toBeUndefined();
});

test("nothing happens to a clock before it starts", () => {
  expect(pauseClock(started, "2026-04-23", "supplement")).toEqual(refuse("clock.before_start"));
  expect(stopClock(started, "2026-04-23")).toEqual(refuse("clock.before_start"));
});

test("every change of the due day is kept, with the reason and the day before it", () => {
  const moved = value(restartClock(calendar, started, "2026-05-06"));
  const extended = value(extendClock(calendar, moved, "2026-06-05", "2026-05-18"));
  expect(extended.changes).toEqual([
    { on: "2026-05-06", why: "transfer", from: "2026-05-20", to: "2026-05-27", version: null },
    { on: "2026-05-18", why: "extended", from: "2026-05-27", to: "2026-06-05", version: null },
  ]);
});

const closed = (...days: string[]) =>
  calendarOf(7, [
    ...officialDays,
    ...days.map((day) => ({ day, kind: "dia_phuong" as const, nameVi: "Nghỉ bão", nameEn: "Storm", source: "Công điện mẫu", unitId: null })),
  ]);
const without = (...days: string[]) =>
  calendarOf(
    8,
    officialDays.filter(({ day }) => !days.includes(day)),
  );

test("a new holiday moves an open clock, and its calendar; a stopped one keeps both", () => {
  const moved = recomputeClock(calendar, closed("2026-05-12"), started, "2026-05-11");
  expect(moved).toMatchObject({ dueOn: "2026-05-21", originalDueOn: "2026-05-20", calendarVersion: 7 });
  expect(moved.changes).toEqual([{ on: "2026-05-11", why: "calendar", from: "2026-05-20", to: "2026-05-21", version: 7 }]);
  const stopped = value(stopClock(started, "2026-05-05"));
  expect(recomputeClock(calendar, closed("2026-05-12"), stopped, "2026-05-11")).toBe(stopped);
});

test("a holiday after the due day moves nothing, but the clock names the new calendar", () => {
  expect(recomputeClock(calendar, closed("2026-05-25"), started, "2026-05-11")).toEqual({ ...started, calendarVersion: 7 });
});

test("a day granted stays granted, and moves on only when it is off now", () => {
  const extended = value(extendClock(calendar, started, "2026-05-29", "2026-05-18"));
  expect(recomputeClock(calendar, closed("2026-05-21"), extended, "2026-05-18").dueOn).toBe("2026-05-29");
  expect(recomputeClock(calendar, closed("2026-05-29"), extended, "2026-05-18").dueOn).toBe("2026-06-01");
});

test("a holiday taken out moves a due day forward, yet never before the next working day", () => {
  const earlier = without("2026-04-27", "2026-04-30", "2026-05-01");
  expect(recomputeClock(calendar, earlier, started, "2026-05-08")).toMatchObject({ dueOn: "2026-05-15", changes: [{ why: "calendar" }] });
  expect(recomputeClock(calendar, earlier, started, "2026-05-15")).toMatchObject({ dueOn: "2026-05-18", changes: [{ why: "held" }] });
  expect(recomputeClock(calendar, earlier, started, "2026-05-20")).toMatchObject({ dueOn: "2026-05-20", changes: [] });
  expect(recomputeClock(calendar, earlier, started, "2026-06-20")).toMatchObject({ dueOn: "2026-05-20", changes: [] });
});

test("warnings come at half, at four fifths, on the working day before, and on each working day after", () => {
  const said = (today: string) => {
    const warning = warningOn(calendar, started, today);
    return warning && [warning.kind, warning.thresholdOn, warning.rungs.length];
  };
  expect(said("2026-05-08")).toBeUndefined();
  expect(said("2026-05-11")).toEqual(["half", "2026-04-24", 1]);
  expect(said("2026-05-15")).toEqual(["most", "2026-04-24", 1]);
  expect(said("2026-05-16")).toBeUndefined();
  expect(said("2026-05-19")).toEqual(["day_before", "2026-05-20", 2]);
  expect(said("2026-05-20")).toEqual(["day_before", "2026-05-20", 2]);
  expect(said("2026-05-21")).toEqual(["overdue", "2026-05-21", 2]);
  expect(said("2026-05-22")).toEqual(["overdue", "2026-05-22", 3]);
  expect(said("2026-05-23")).toBeUndefined();
  expect(said("2026-05-25")).toEqual(["overdue", "2026-05-25", 4]);
  expect(said("2026-06-25")).toEqual(["overdue", "2026-06-25", 4]);
});

test("a restart gives new time, and with it new warnings", () => {
  const moved = value(restartClock(calendar, started, "2026-05-12"));
  expect(warningOn(calendar, moved, "2026-05-15")).toBeUndefined();
  expect(warningOn(calendar, moved, "2026-05-22")).toMatchObject({ kind: "half", thresholdOn: "2026-05-12" });
});

test("on a short clock the gravest warning that has come is said", () => {
  const short = startClock(calendar, { amount: 2, count: "working_days", ceiling: null }, "2026-06-01");
  expect(warningOn(calendar, short, "2026-06-01")).toBeUndefined();
  expect(warningOn(calendar, short, "2026-06-02")).toMatchObject({ kind: "day_before" });
  expect(warningOn(calendar, short, "2026-06-03")).toMatchObject({ kind: "day_before" });
});
