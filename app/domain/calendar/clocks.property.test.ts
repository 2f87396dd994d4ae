import fc from "fast-check";
import { expect, test } from "vitest";
import { daysBetween } from "./civil-day.ts";
import { type Clock, type ClockRule, explainClock, extendClock, pauseClock, recomputeClock, restartClock, resumeClock, startClock } from "./clock.ts";
import { explainDeadline } from "./explain-deadline.ts";
import { officialDays } from "./official-days.ts";
import type { DayCount, DayKind } from "./vocabulary.ts";
import { calendarOf, type SpecialDay } from "./working-days.ts";

/** Written apart from the portal's own code: native dates, a flat list, one day at a time. */
const stepped = (day: string, days: number) => {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};
const weekday = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay();
const worked = (lines: readonly SpecialDay[], day: string, unit: string) => {
  const today = lines.filter((line) => line.day === day);
  const own = today.filter((line) => line.unitId === unit);
  const speaking = own.length > 0 ? own : today.filter((line) => line.unitId === null);
  if (speaking.length > 0) return speaking.every((line) => line.kind === "hoan_doi_lam");
  return ![0, 6].includes(weekday(day));
};
const bruteDue = (
  lines: readonly SpecialDay[],
  from: string,
  amount: number,
  count: DayCount,
  unit: string,
  still: (day: string) => boolean = () => false,
) => {
  let day = from;
  for (let left = amount; left > 0;) {
    day = stepped(day, 1);
    if (!still(day) && (count === "calendar_days" || worked(lines, day, unit))) left--;
  }
  while (!worked(lines, day, unit)) day = stepped(day, 1);
  return day;
};
const nextWorked = (lines: readonly SpecialDay[], after: string, unit: string) => {
  let day = stepped(after, 1);
  while (!worked(lines, day, unit)) day = stepped(day, 1);
  return day;
};

const line = (day: string, kind: DayKind, unitId: string | null = null): SpecialDay => ({
  day,
  kind,
  nameVi: "Ngày đặc biệt",
  nameEn: "Special day",
  source: "Thông báo",
  unitId,
});

/** A year no notice has spoken of, made up as one would: Tết, the Hùng Kings, fixed days, days in lieu, a swap. */
const inventedYear = (year: number) =>
  fc
    .record({
      tet: fc.integer({ min: 0, max: 30 }),
      kings: fc.integer({ min: 0, max: 45 }),
      beside: fc.constantFrom("09-01", "09-03"),
      swapOff: fc.integer({ min: 0, max: 360 }),
    })
    .map(({ tet, kings, beside, swapOff }) => {
      const first = stepped(`${year}-01-20`, tet);
      const five = [0, 1, 2, 3, 4].map((offset) => stepped(first, offset));
      const fixed = ["01-01", "04-30", "05-01", "09-02", beside].map((day) => `${year}-${day}`);
      const holidays = [...new Set([...five, ...fixed, stepped(`${year}-03-20`, kings)])].sort();
      const off = new Set(holidays);
      const inLieu: string[] = [];
      for (const day of holidays) {
        if (![0, 6].includes(weekday(day))) continue;
        let next = stepped(day, 1);
        while ([0, 6].includes(weekday(next)) || off.has(next)) next = stepped(next, 1);
        off.add(next);
        inLieu.push(next);
      }
      let swapped = stepped(`${year}-01-02`, swapOff);
      while ([0, 6].includes(weekday(swapped)) || off.has(swapped)) swapped = stepped(swapped, 1);
      let instead = stepped(swapped, 1);
      while (weekday(instead) !== 6 || off.has(instead)) instead = stepped(instead, 1);
      return [
        ...holidays.map((day) => line(day, "le")),
        ...inLieu.map((day) => line(day, "bu")),
        ...(off.has(`${year}-11-24`) ? [] : [line(`${year}-11-24`, "le")]),
        line(swapped, "hoan_doi_nghi"),
        line(instead, "hoan_doi_lam"),
      ];
    });

/** The official days of 2020–2031, invented ones for 2032–2036, and closures of two provinces anywhere. */
const country = fc
  .tuple(
    fc.tuple(...[2032, 2033, 2034, 2035, 2036].map(inventedYear)),
    fc.array(fc.tuple(fc.integer({ min: 0, max: 5_840 }), fc.integer({ min: 1, max: 4 }), fc.constantFrom("north", "south")), { maxLength: 40 }),
  )
  .map(([years, closures]) => [
    ...officialDays,
    ...years.flat(),
    ...closures.flatMap(([start, length, unit]) =>
      Array.from({ length }, (_, offset) => line(stepped("2020-01-01", start + offset), "dia_phuong", unit)),
    ),
  ]);
const start = fc.integer({ min: 0, max: daysBetween("2020-01-01", "2035-12-31") }).map((offset) => stepped("2020-01-01", offset));
const rule: fc.Arbitrary<ClockRule> = fc.record({
  amount: fc.integer({ min: 1, max: 30 }),
  count: fc.constantFrom<DayCount>("working_days", "calendar_days"),
  ceiling: fc.constant(60),
});

test("from 2020 to 2035 every due day is the one a walk through the real and invented days finds", () => {
  fc.assert(
    fc.property(
      country,
      fc.array(fc.tuple(start, rule, fc.constantFrom("north", "south", "centre")), { minLength: 12, maxLength: 12 }),
      (lines, asked) => {
        const calendar = calendarOf(1, lines);
        for (const [from, { amount, count }, unit] of asked) {
          const near = lines.filter(({ day }) => day >= from && day <= stepped(from, 150));
          expect(explainDeadline(calendar, { from, amount, count, unit }).due).toBe(bruteDue(near, from, amount, count, unit));
        }
      },
    ),
    { numRuns: 60 },
  );
});

test("who begins later is never due sooner, pauses and all", () => {
  fc.assert(
    fc.property(
      country,
      start,
      fc.integer({ min: 0, max: 20 }),
      rule,
      fc.integer({ min: 0, max: 30 }),
      (lines, from, later, { amount, count }, pausedAt) => {
        const calendar = calendarOf(1, lines);
        const pauses = [{ from: stepped(from, pausedAt), to: stepped(from, pausedAt + 7), reason: "supplement" }];
        const due = (day: string) => explainDeadline(calendar, { from: day, amount, count, pauses, unit: "north" }).due;
        expect(due(stepped(from, later)) >= due(from)).toBe(true);
      },
    ),
    { numRuns: 120 },
  );
});

test("a clock in calendar days runs through every holiday, and only its last day moves", () => {
  fc.assert(
    fc.property(country, start, fc.integer({ min: 1, max: 60 }), (lines, from, amount) => {
      const told = explainDeadline(calendarOf(1, lines), { from, amount, count: "calendar_days", unit: "south" });
      expect(told.countedOutOn).toBe(stepped(from, amount));
      expect(told.due).toBe(
        worked(lines, stepped(from, amount), "south") ? stepped(from, amount) : nextWorked(lines, stepped(from, amount), "south"),
      );
    }),
    { numRuns: 120 },
  );
});

/** What may happen to a clock: asked for more and answered so many days later, or passed to another authority. */
const happening = fc.record({
  kind: fc.constantFrom("restart", "continue", "transfer"),
  after: fc.integer({ min: 0, max: 6 }),
  waits: fc.integer({ min: 0, max: 9 }),
});

test("after any supplements and transfers the due day, its explanation and its history agree with a walk", () => {
  fc.assert(
    fc.property(country, start, rule, fc.array(happening, { maxLength: 4 }), (lines, from, given, happenings) => {
      const calendar = calendarOf(1, lines);
      let clock: Clock = startClock(calendar, given, from, "north");
      let begun = from;
      const still: [string, string][] = [];
      let today = from;
      for (const { kind, after, waits } of happenings) {
        today = stepped(today, after);
        if (kind === "transfer") {
          const moved = restartClock(calendar, clock, today, "north");
          expect(moved.ok).toBe(today <= clock.dueOn);
          if (!moved.ok) continue;
          clock = moved.value;
          begun = today;
          continue;
        }
        const paused = pauseClock(clock, today, "supplement");
        if (!paused.ok) throw new Error(paused.code);
        const asked = today;
        today = stepped(today, waits);
        const resumed = resumeClock(calendar, paused.value, today, kind === "restart" ? "restart" : "continue", "north");
        if (!resumed.ok) throw new Error(resumed.code);
        if (kind === "restart" && asked <= clock.dueOn) begun = today;
        still.push([asked, today]);
        clock = resumed.value;
      }
      const stands = (day: string) => still.some(([a, b]) => a < day && day <= b);
      expect(clock.dueOn).toBe(bruteDue(lines, begun, given.amount, given.count, "north", stands));

      const told = explainClock(calendar, clock, "north");
      expect(told.due).toBe(clock.dueOn);
      const of = (wanted: (verdict: string) => boolean) => told.days.filter(({ verdict }) => wanted(verdict)).length;
      const counted = of((verdict) => verdict === "counted" || verdict === "make_up_work");
      const paused = of((verdict) => verdict === "paused");
      const skipped = of((verdict) => !["counted", "make_up_work", "paused"].includes(verdict));
      expect(counted).toBe(given.amount);
      expect(counted + skipped + paused).toBe(daysBetween(from, clock.dueOn));

      expect([clock.originalDueOn, ...clock.changes.map(({ to }) => to)].at(-1)).toBe(clock.dueOn);
      expect(clock.changes.map((change) => change.from)).toEqual(
        [clock.originalDueOn, ...clock.changes.map(({ to }) => to)].slice(0, clock.changes.length),
      );
    }),
    { numRuns: 200 },
  );
});

test("a due day that would come sooner and is off now goes to the next working day, and stays there", () => {
  const lines = [line("2020-01-01", "le")];
  const after = calendarOf(2, [line("2020-01-01", "le"), line("2020-01-04", "hoan_doi_lam"), line("2020-01-08", "le")]);
  const clock = startClock(calendarOf(1, lines), { amount: 5, count: "working_days", ceiling: null }, "2020-01-01", "north");
  expect(clock.dueOn).toBe("2020-01-08");
  const moved = recomputeClock(calendarOf(1, lines), after, clock, "2020-01-07", "north");
  expect(moved.dueOn).toBe("2020-01-09");
  expect(recomputeClock(after, after, moved, "2020-01-07", "north")).toEqual(moved);
});

test("whatever a new calendar says, a due day is what it counts, or as soon as may be, and stays so when asked again", () => {
  const edits = fc.array(
    fc.tuple(fc.integer({ min: -3, max: 50 }), fc.constantFrom<DayKind | "gone">("le", "hoan_doi_nghi", "hoan_doi_lam", "dia_phuong", "gone")),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(country, start, rule, edits, fc.integer({ min: 0, max: 60 }), fc.boolean(), (lines, from, given, changes, passed, extended) => {
      const before = calendarOf(1, lines);
      const touched = changes.map(([offset, kind]) => ({ day: stepped(from, offset), kind }));
      const kept = lines.filter(({ day }) => !touched.some((change) => change.day === day));
      const afterLines = [...kept, ...touched.flatMap(({ day, kind }) => (kind === "gone" ? [] : [line(day, kind)]))];
      const after = calendarOf(2, afterLines);
      const plain = startClock(before, given, from, "north");
      const today = stepped(from, passed);
      const granted = nextWorked(lines, plain.dueOn, "north");
      const asked = extended ? extendClock(before, plain, granted, from, "north") : undefined;
      const clock = asked?.ok ? asked.value : plain;

      const moved = recomputeClock(before, after, clock, today, "north");
      const counted = bruteDue(afterLines, from, given.amount, given.count, "north");
      const tomorrow = nextWorked(afterLines, today, "north");
      const soonest = nextWorked(afterLines, stepped(clock.dueOn < tomorrow ? clock.dueOn : tomorrow, -1), "north");
      expect(moved.dueOn >= soonest).toBe(true);
      expect(moved.calendarVersion).toBe(2);
      if (clock === plain) expect(moved.dueOn).toBe(counted < soonest ? soonest : counted);
      else expect(moved.dueOn >= clock.dueOn).toBe(true);
      expect(recomputeClock(after, after, moved, today, "north")).toEqual(moved);
      expect(moved.originalDueOn).toBe(clock.originalDueOn);
    }),
    { numRuns: 250 },
  );
});
